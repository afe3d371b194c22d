using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

namespace Rejoin.Cli.Tests.Package;

/// <summary>What is in the packages, and what is not.</summary>
[Collection(nameof(PackedFiles))]
public sealed class PackageTests(PackedFiles packed)
{
    private const int MostBytes = 25 * 1024 * 1024;
    private const string ToolId = "rejoin";

    // Portable PDB custom debug information that holds a document's source (portable-pdb specification).
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private static readonly string[] Libraries =
    [
        "Rejoin.Checks", "Rejoin.Client", "Rejoin.Faults", "Rejoin.Protocol", "Rejoin.Server", "Rejoin.Statistics",
    ];

    public static TheoryData<string> LibraryIds => [.. Libraries];

    [Fact]
    public void Exactly_the_packages_of_the_readme_are_packed()
    {
        var ids = Directory.EnumerateFiles(packed.Path, "*.nupkg").Select(file => Spec(file).Id).Order().ToList();
        Assert.Equal(Libraries.Append(ToolId).Order(), ids);
        var table = Approved.Read("README.md").Split("## Packages")[1].Split("\n## ")[0];
        Assert.Equal(ids, table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]).Order());
    }

    [Theory]
    [MemberData(nameof(LibraryIds))]
    public void A_library_has_its_readme_its_documentation_and_its_symbols_with_sources(string id)
    {
        var entries = Entries(packed.Of(id));
        Assert.Contains("README.md", entries);
        Assert.Contains($"lib/net10.0/{id}.dll", entries);
        Assert.Contains($"lib/net10.0/{id}.xml", entries);
        Assert.DoesNotContain(entries, entry => entry.EndsWith(".pdb", StringComparison.Ordinal));
        Assert.Contains($"lib/net10.0/{id}.pdb", Entries(packed.Of(id, "snupkg")));

        using var symbols = Content(packed.Of(id, "snupkg"), $"lib/net10.0/{id}.pdb");
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var names = reader.Documents.Select(each => reader.GetString(reader.GetDocument(each).Name)).ToList();
        Assert.All(names, name => Assert.StartsWith("/_/", name, StringComparison.Ordinal));
        var sources = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Count(each => reader.GetGuid(each.Kind) == EmbeddedSource);
        Assert.Equal(names.Count, sources);
    }

    [Theory]
    [MemberData(nameof(LibraryIds))]
    [InlineData(ToolId)]
    public void A_package_says_what_it_is_and_names_no_address_that_does_not_exist(string id)
    {
        var (_, metadata) = Spec(packed.Of(id));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.NotEqual("Package Description", Value(metadata, "description"));
        Assert.EndsWith(".", Value(metadata, "description"), StringComparison.Ordinal);
        Assert.Null(Value(metadata, "projectUrl"));
        var repository = metadata.Elements().SingleOrDefault(each => each.Name.LocalName == "repository");
        Assert.Matches("^[0-9a-f]{40}$", repository?.Attribute("commit")?.Value ?? new string('0', 40));
        Assert.DoesNotContain("(../", Text(packed.Of(id), "README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Planted_bugs_are_in_the_tool_and_in_no_other_package()
    {
        Assert.Contains(Entries(packed.Of(ToolId)),
            entry => entry.EndsWith("/Rejoin.Server.Sabotage.dll", StringComparison.Ordinal));
        Assert.All(Libraries, id =>
        {
            Assert.DoesNotContain(Entries(packed.Of(id)),
                entry => entry.Contains("Sabotage", StringComparison.Ordinal));
            var dependencies = Spec(packed.Of(id)).Metadata.Descendants()
                .Where(each => each.Name.LocalName == "dependency")
                .Select(each => each.Attribute("id")!.Value);
            Assert.All(dependencies.Where(each => each.StartsWith("Rejoin", StringComparison.Ordinal)),
                each => Assert.Contains(each, Libraries));
        });
    }

    [Fact]
    public void The_tool_is_small_and_brings_no_browser()
    {
        var file = packed.Of(ToolId);
        var length = new FileInfo(file).Length;
        TestContext.Current.SendDiagnosticMessage("the tool has {0} bytes", length);
        Assert.InRange(length, 1, MostBytes);
        Assert.DoesNotContain(Entries(file), entry =>
            entry.Contains("playwright", StringComparison.OrdinalIgnoreCase)
            || entry.Contains("chrom", StringComparison.OrdinalIgnoreCase)
            || entry.EndsWith(".xml", StringComparison.Ordinal) && entry.Contains("/tools/", StringComparison.Ordinal));
        Assert.Equal(
            ["linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64",
                "win-x64"],
            Entries(file).Where(entry => entry.Contains("/runtimes/", StringComparison.Ordinal))
                .Select(entry => entry.Split("/runtimes/")[1].Split('/')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_package_holds_a_path_of_the_machine_that_built_it()
    {
        var root = Encoding.UTF8.GetBytes(Approved.Root + "/");
        Assert.All(Directory.EnumerateFiles(packed.Path, "*.*nupkg"), file =>
        {
            using var archive = ZipFile.OpenRead(file);
            var own = archive.Entries.Where(
                each => each.Name.StartsWith("Rejoin", StringComparison.OrdinalIgnoreCase));
            Assert.All(
                own, entry => Assert.True(Bytes(entry).AsSpan().IndexOf(root) < 0, $"{entry.FullName} of {file}"));
        });
    }

    private static (string Id, XElement Metadata) Spec(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        using var stream = archive.Entries.Single(each => each.FullName.EndsWith(".nuspec", StringComparison.Ordinal)
            && !each.FullName.Contains('/')).Open();
        var metadata = XDocument.Load(stream).Root!.Elements().First();
        return (Value(metadata, "id")!, metadata);
    }

    private static string? Value(XElement metadata, string name) =>
        metadata.Elements().SingleOrDefault(each => each.Name.LocalName == name)?.Value;

    private static List<string> Entries(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(each => each.FullName)];
    }

    private static MemoryStream Content(string file, string name)
    {
        using var archive = ZipFile.OpenRead(file);
        return new MemoryStream(Bytes(archive.GetEntry(name)!));
    }

    private static string Text(string file, string name)
    {
        using var content = Content(file, name);
        return Encoding.UTF8.GetString(content.ToArray());
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
