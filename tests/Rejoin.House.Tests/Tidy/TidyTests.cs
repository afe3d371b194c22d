namespace Rejoin.House.Tests;

public sealed class TidyTests
{
    private const string Prose = "a page";

    [Fact]
    public void The_repository_is_tidy() =>
        Complaint.AssertNone(TidyScan.Run(RepositoryFiles.Under(RepositoryFiles.Root)));

    [Fact]
    public void The_scan_reads_the_whole_repository()
    {
        var files = RepositoryFiles.Under(RepositoryFiles.Root);
        Assert.Contains(files, file => file.Path == "README.md");
        Assert.Contains(files, file => file.Path == "tests/Rejoin.House.Tests/Tidy/TidyTests.cs");
        Assert.DoesNotContain(files, file => file.Path.Contains("/bin/", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.Path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_git_a_walk_leaves_out_what_is_built()
    {
        using var house = new TemporaryFolder();
        house.With("src/A/bin/A.cs", "").With("src/A/obj/A.cs", "").With("src/A.cs", "");
        Assert.Equal(["src/A.cs"], house.Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData("src/A.cs", 401, 1)]
    [InlineData("src/A.cs", 400, 0)]
    [InlineData("tests/A.cs", 601, 1)]
    [InlineData("tests/A.cs", 600, 0)]
    [InlineData("src/a.json", 9000, 0)]
    public void Long_files_are_found(string path, int lines, int complaints) =>
        AssertRule(new FileSizeRule(), path, string.Concat(Enumerable.Repeat("x\n", lines)), complaints);

    [Theory]
    [InlineData("src/A.cs", 121, 1)]
    [InlineData("src/A.cs", 120, 0)]
    [InlineData("test", 121, 1)]
    [InlineData("docs/a.md", 121, 0)]
    public void Long_lines_are_found(string path, int columns, int complaints) =>
        AssertRule(new LineLengthRule(), path, new string('x', columns), complaints);

    [Theory]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    public void Long_functions_are_found(int lines, int complaints) => AssertRule(new FunctionSizeRule(), "src/A.cs",
        "class A\n{\n    void B(\n        int c)\n    {\n        if (c > 0)\n        {\n"
        + string.Concat(Enumerable.Repeat("            c++;\n", lines - 3)) + "        }\n    }\n}\n", complaints);

    [Fact]
    public void A_long_type_is_no_long_function() => AssertRule(new FunctionSizeRule(), "src/A.cs",
        "class A(int b)\n{\n" + string.Concat(Enumerable.Repeat("    int c = b;\n", 100)) + "}\n", 0);

    [Theory]
    [InlineData("public sealed class A;\n\ninternal enum B { C }", 1)]
    [InlineData("public sealed record A(int B)\n{\n    private sealed class C;\n}", 0)]
    [InlineData("internal static partial class A;\ninternal readonly record struct B;\nfile class C;", 1)]
    [InlineData("using System;\n\nnamespace A;\n\n/// <summary>A class and a struct.</summary>\nclass A;", 0)]
    public void Several_types_in_a_file_are_found(string text, int complaints) =>
        AssertRule(new OneTypeRule(), "src/A.cs", text, complaints);

    [Theory]
    [InlineData("// TO" + "DO: later", 1)]
    [InlineData("// FIX" + "ME", 1)]
    [InlineData("// HA" + "CK around it", 1)]
    [InlineData("throw new NotImplemented" + "Exception();", 1)]
    [InlineData("var todo = mastodon.Hacks;", 0)]
    public void Marks_of_unfinished_work_are_found(string line, int complaints) =>
        AssertRule(new MarkerRule(), "src/A.cs", line, complaints);

    [Theory]
    [InlineData("  #" + "region Fields", 1)]
    [InlineData("// the region", 0)]
    public void Regions_are_found(string line, int complaints) =>
        AssertRule(new RegionRule(), "src/A.cs", line, complaints);

    [Theory]
    [InlineData("namespace Rejoin.A {", 1)]
    [InlineData("namespace Rejoin.A\n{\n}", 1)]
    [InlineData("namespace Rejoin.A;", 0)]
    public void Namespaces_with_blocks_are_found(string text, int complaints) =>
        AssertRule(new NamespaceRule(), "src/A.cs", text, complaints);

    [Theory]
    [InlineData("src/Helpers/A.cs", 1)]
    [InlineData("tests/X/Models/a.json", 1)]
    [InlineData("src/Replay/Helpers.cs", 0)]
    public void Folders_that_say_nothing_are_found(string path, int complaints) =>
        AssertRule(new FolderNameRule(), path, "x", complaints);

    [Theory]
    [InlineData("--out /" + "tmp/x", 1)]
    [InlineData("cd /" + "home/ada/rejoin", 1)]
    [InlineData("\"C:\\" + "Users\\ada\"", 1)]
    [InlineData("ws://host/work/tmp and docs/tmp/x and </root>", 0)]
    public void Paths_of_one_machine_are_found(string line, int complaints) =>
        AssertRule(new MachinePathRule(), "docs/a.md", line, complaints);

    [Theory]
    [InlineData("# One\n\n## Two\n", 0)]
    [InlineData("# One\n```\n# a comment\n```\n", 0)]
    [InlineData("# One\n# Two\n", 1)]
    [InlineData("## Two\n", 1)]
    public void Pages_without_exactly_one_title_are_found(string text, int complaints) =>
        AssertRule(new TitleRule(), "docs/a.md", text, complaints);

    [Theory]
    [InlineData("[a](b.md) [b](b.md#first-part) [c](#here) [d](https://example.org/x) [e](../docs/)", 0)]
    [InlineData("[a](c.md)", 1)]
    [InlineData("[a](b.md#second-part)", 1)]
    [InlineData("[a](#nowhere)", 1)]
    [InlineData("[a](../../elsewhere.md)", 1)]
    [InlineData("[a](/docs/b.md)", 1)]
    [InlineData("`[a](c.md)`", 0)]
    [InlineData("[a]: c.md", 1)]
    public void Links_that_lead_nowhere_are_found(string line, int complaints)
    {
        using var house = new TemporaryFolder().With("docs/b.md", "# B\n\n## First `part`\n");
        house.With("docs/a.md", "# A\n\n## Here\n" + line);
        var page = house.Files.Single(file => file.Path == "docs/a.md");
        Assert.Equal(complaints, new LinkRule().Check(page).Count());
    }

    [Theory]
    [InlineData("    public static int Count;", 1)]
    [InlineData("    private static Dictionary<string, int?[]> _cache = new();", 1)]
    [InlineData("    internal static int Count { get; set; }", 1)]
    [InlineData("    static volatile bool s_on;", 1)]
    [InlineData("    public static readonly int Count = 1;", 0)]
    [InlineData("    public const int Count = 1;", 0)]
    [InlineData("    public static int Count => 1;", 0)]
    [InlineData("    public static int Count { get; } = 1;", 0)]
    [InlineData("    public static int Count() => 1;", 0)]
    [InlineData("    public static bool operator ==(A left, A right) => true;", 0)]
    [InlineData("using static System.Math;", 0)]
    [InlineData("var f = static x => x;", 0)]
    public void Static_state_that_can_change_is_found(string line, int complaints) =>
        AssertRule(new StaticStateRule(), "src/A.cs", line, complaints);

    [Theory]
    [InlineData("try { } cat" + "ch { }", 1)]
    [InlineData("try { } cat" + "ch (Exception) { }", 1)]
    [InlineData("try { } cat" + "ch (Exception e)\n{\n    // it does not matter\n}", 1)]
    [InlineData("try { } cat" + "ch (IOException)\n{\n}", 1)]
    [InlineData("try { } cat" + "ch (IOException) when (f(1, g()))\n{\n}", 1)]
    [InlineData("try { } cat" + "ch (IOException)\n{\n    // the peer is gone, which is what was asked for\n}", 0)]
    [InlineData("try { } cat" + "ch (Exception e)\n{\n    log(e);\n}", 0)]
    public void Swallowed_exceptions_are_found(string text, int complaints) =>
        AssertRule(new SwallowRule(), "src/A.cs", text, complaints);

    [Theory]
    [InlineData("src/instrument/Rejoin.Checks/A.cs", "var now = TimeProvider.System;", 1)]
    [InlineData("src/instrument/Rejoin.Statistics/A.cs", "File.ReadAllText(path)", 1)]
    [InlineData("src/instrument/Rejoin.Runner/A.cs", "File.ReadAllText(path)", 0)]
    [InlineData("src/instrument/Rejoin.Checks/Recording/A.cs", "File.ReadAllText(path)", 0)]
    [InlineData("src/instrument/Rejoin.Checks/A.cs", "reader.ReadLine()", 0)]
    public void Clocks_and_files_in_pure_rooms_are_found(string path, string line, int complaints) =>
        AssertRule(new PureRoomRule(), path, line, complaints);

    [Fact]
    public void An_exception_with_a_reason_excuses_its_file_only()
    {
        using var house = new TemporaryFolder()
            .With("src/A.cs", new string('x', 121)).With("src/B.cs", new string('x', 121))
            .With(TidyExceptions.ListPath, "# rule, file, reason\nline-length src/A.cs a table that cannot break\n");
        Assert.Equal("src/B.cs:1: error: 121 columns where 120 are allowed, use a shorter or a broken line",
            Assert.Single(TidyScan.Run(house.Files)).ToString());
    }

    [Fact]
    public void An_exception_without_a_reason_excuses_nothing()
    {
        using var house = new TemporaryFolder()
            .With("src/A.cs", new string('x', 121)).With(TidyExceptions.ListPath, "line-length src/A.cs\n");
        Assert.Equal(["eng/tidy-exceptions.txt", "src/A.cs"], TidyScan.Run(house.Files).Select(c => c.Path));
    }

    [Fact]
    public void An_exception_that_is_not_needed_any_more_is_found()
    {
        using var house = new TemporaryFolder()
            .With("src/A.cs", Prose).With(TidyExceptions.ListPath, "line-length src/A.cs a long table\n");
        Assert.Equal("eng/tidy-exceptions.txt:1: error: 'src/A.cs' does not break 'line-length' any more, "
            + "use a list without this line", Assert.Single(TidyScan.Run(house.Files)).ToString());
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own() =>
        Assert.Equal(TidyScan.Rules.Count, TidyScan.Rules.Select(rule => rule.Name).Distinct().Count());

    private static void AssertRule(ITidyRule rule, string path, string text, int complaints)
    {
        using var house = new TemporaryFolder().With(path, text);
        Assert.Equal(complaints, rule.Check(Assert.Single(house.Files)).Count());
    }
}
