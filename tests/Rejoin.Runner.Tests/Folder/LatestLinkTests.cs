namespace Rejoin.Runner.Tests.Folder;

public sealed class LatestLinkTests : IDisposable
{
    private static readonly Action<string, string> NotAllowed =
        (_, _) => throw new UnauthorizedAccessException("A required privilege is not held by the client.");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rejoin-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Where_links_are_not_allowed_a_file_names_the_run()
    {
        var (first, second) = (Run("first"), Run("second"));
        var latest = LatestLink.Make(folder.FullName, first, NotAllowed)!;
        Assert.Equal("first\n", File.ReadAllText(latest));
        Assert.Equal(first, LatestLink.Follow(latest));
        LatestLink.Make(folder.FullName, second, NotAllowed);
        Assert.Equal(second, LatestLink.Follow(latest));
    }

    [Fact]
    public void A_link_takes_the_place_of_such_a_file_and_the_other_way_round()
    {
        var run = Run("run");
        LatestLink.Make(folder.FullName, run, NotAllowed);
        var latest = LatestLink.Make(folder.FullName, run)!;
        Assert.NotNull(new FileInfo(latest).LinkTarget);
        Assert.Equal(latest, LatestLink.Follow(latest));
        LatestLink.Make(folder.FullName, run, NotAllowed);
        Assert.Equal(run, LatestLink.Follow(latest));
    }

    [Theory]
    [InlineData("somebody's own text\n")]
    [InlineData("")]
    [InlineData("run\nand more\n")]
    public void What_somebody_else_called_latest_is_left_alone(string text)
    {
        var run = Run("run");
        var latest = Path.Combine(folder.FullName, LatestLink.Name);
        File.WriteAllText(latest, text);
        Assert.Null(LatestLink.Make(folder.FullName, run));
        Assert.Null(LatestLink.Make(folder.FullName, run, NotAllowed));
        Assert.Equal(text, File.ReadAllText(latest));
        Assert.Equal(latest, LatestLink.Follow(latest));
    }

    private string Run(string name)
    {
        var run = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.Combine(run, "histories"));
        return run;
    }
}
