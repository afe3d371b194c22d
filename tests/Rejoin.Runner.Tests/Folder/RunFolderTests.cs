namespace Rejoin.Runner.Tests.Folder;

public sealed class RunFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("rejoin-test-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_folder_that_holds_something_else_is_refused_and_left_alone()
    {
        var precious = Path.Combine(root, "thesis.txt");
        File.WriteAllText(precious, "do not lose");

        var error = Assert.Throws<RejoinException>(() => RunFolder.Create(root, replace: true));

        Assert.Equal(64, error.ExitCode);
        Assert.Equal("do not lose", File.ReadAllText(precious));
    }

    [Fact]
    public void A_folder_that_holds_a_run_is_only_replaced_on_demand()
    {
        File.WriteAllText(Path.Combine(root, "run.json"), "{}");

        Assert.Throws<RejoinException>(() => RunFolder.Create(root, replace: false));
        Assert.True(File.Exists(Path.Combine(root, "run.json")));
        RunFolder.Create(root, replace: true);
        Assert.False(File.Exists(Path.Combine(root, "run.json")));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        var file = Path.Combine(root, "out");
        File.WriteAllText(file, "x");

        Assert.Throws<RejoinException>(() => RunFolder.Create(file, replace: true));
        Assert.Equal("x", File.ReadAllText(file));
    }

    [Fact]
    public void A_folder_without_a_run_cannot_be_opened() =>
        Assert.Equal(64, Assert.Throws<RejoinException>(() => RunFolder.Open(root)).ExitCode);

    [Fact]
    public void The_latest_link_moves_to_the_newest_run()
    {
        var first = RunFolder.Create(Path.Combine(root, "a"), replace: false);
        var second = RunFolder.Create(Path.Combine(root, "b"), replace: false);

        first.Link(root);
        var link = second.Link(root);

        Assert.Equal("b", new FileInfo(link!).LinkTarget);
    }

    [Fact]
    public void A_latest_that_is_no_link_is_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(root, "latest"));

        Assert.Null(RunFolder.Create(Path.Combine(root, "a"), replace: false).Link(root));
        Assert.True(Directory.Exists(Path.Combine(root, "latest")));
    }
}
