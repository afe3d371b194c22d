namespace Rejoin.House.Tests;

public sealed class RunbookTests
{
    private const string Page = """
        ---
        id: RJ101
        ---
        # RJ101 lost

        **First action** (2 min, reversible): stop. Risk: none.

        ## Signal
        ## Meaning
        ## Smallest failing history
        ## Likely causes
        ## Confirm
        1. Look.
        ## Not this if
        ## Mitigate now
        ## Fix
        ## Verify
        ## Prevent
        ## Related
        """;

    [Fact]
    public void The_runbooks_have_their_form() =>
        Complaint.AssertNone(RunbookScan.Run(RepositoryFiles.Under(RepositoryFiles.Root)));

    [Fact]
    public void A_sound_page_has_no_complaints()
    {
        using var house = House(Page);
        Assert.Empty(RunbookScan.Run(house.Files));
    }

    [Theory]
    [InlineData("## Meaning\n", "", "no part 'Meaning'")]
    [InlineData("## Fix\n", "## Repair\n## Fix\n", "part 'Repair'")]
    [InlineData("## Fix\n## Verify\n", "## Verify\n## Fix\n", "the parts stand in another order")]
    [InlineData("1. Look.\n", "", "Confirm has no step or too many")]
    [InlineData("1. Look.\n", "1. A\n2. B\n3. C\n4. D\n", "Confirm has no step or too many")]
    [InlineData("**First action**", "First", "no first action below the title")]
    [InlineData("2 min", "20 min", "the first action tells no time up to 5 min or no risk")]
    [InlineData("Risk: none.", "", "the first action tells no time up to 5 min or no risk")]
    [InlineData("## Related\n", "## Related\nRJ110\n", "there is no 'RJ110'")]
    public void A_page_of_another_form_is_found(string from, string to, string what)
    {
        using var house = House((Page + "\n").Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(RunbookScan.Run(house.Files), complaint => complaint.What == what);
    }

    [Fact]
    public void An_id_without_a_page_and_a_page_without_an_id_are_found()
    {
        using var house = House(Page).With("docs/runbooks/RJ110.md", Page);
        house.With("docs/reference/checks.md", "# Checks\n\n### RJ101 lost\n\n### RJ102 twice\n");
        Assert.Equal(["'RJ102' has no page", "docs/reference/checks.md has no such check"],
            RunbookScan.Run(house.Files).Select(complaint => complaint.What));
    }

    private static TemporaryFolder House(string page) => new TemporaryFolder()
        .With("docs/reference/checks.md", "# Checks\n\n### RJ101 lost\n").With("docs/runbooks/RJ101.md", page)
        .With("docs/runbooks/README.md", "# Runbooks\n");
}
