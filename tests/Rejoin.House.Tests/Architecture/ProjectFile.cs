using System.Xml.Linq;

namespace Rejoin.House.Tests;

/// <summary>One project and the projects that it references.</summary>
/// <param name="File">The project file.</param>
/// <param name="Name">Name without the product's prefix, as the reference table writes it.</param>
/// <param name="References">The same of each project reference, in the file's order.</param>
internal sealed record ProjectFile(SourceFile File, string Name, IReadOnlyList<ProjectReference> References)
{
    /// <summary>Every project among the files.</summary>
    public static IReadOnlyList<ProjectFile> In(IEnumerable<SourceFile> files) =>
        [.. files.Where(file => file.Extension == ".csproj").Select(Read)];

    /// <summary>Name of a project file without folder, extension and the product's prefix.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.StartsWith("Rejoin.", StringComparison.Ordinal) ? name["Rejoin.".Length..] : name;
    }

    private static ProjectFile Read(SourceFile file)
    {
        var references = new List<ProjectReference>();
        foreach (var element in XDocument.Parse(file.Text).Descendants("ProjectReference"))
        {
            var include = ((string?)element.Attribute("Include") ?? "").Replace('\\', '/');
            var full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file.FullPath)!, include));
            var path = Path.GetRelativePath(file.Root, full).Replace('\\', '/');
            var line = file.Lines.TakeWhile(text => !text.Contains(include, StringComparison.Ordinal)).Count() + 1;
            references.Add(new(NameOf(path), path, Math.Min(line, Math.Max(1, file.Lines.Count))));
        }

        return new(file, NameOf(file.Path), references);
    }
}
