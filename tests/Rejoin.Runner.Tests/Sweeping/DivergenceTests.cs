namespace Rejoin.Runner.Tests;

public sealed class DivergenceTests
{
    [Fact]
    public void The_same_path_does_not_diverge() =>
        Assert.Null(ReplayExecutor.Divergence(["s1 connect", "s1 say a"], ["s1 connect", "s1 say a"]));

    [Fact]
    public void Another_operation_is_told_with_its_place() => Assert.Equal(
        "diverged at event 2: expected 's1 say a', saw 's1 drop'",
        ReplayExecutor.Divergence(["s1 connect", "s1 say a"], ["s1 connect", "s1 drop"]));

    [Fact]
    public void A_shorter_path_diverges_at_its_end() => Assert.Equal(
        "diverged at event 2: expected 's1 say a', saw the end",
        ReplayExecutor.Divergence(["s1 connect", "s1 say a"], ["s1 connect"]));

    [Fact]
    public void A_longer_path_diverges_after_the_recorded_end() => Assert.Equal(
        "diverged at event 2: expected the end, saw 's1 drop'",
        ReplayExecutor.Divergence(["s1 connect"], ["s1 connect", "s1 drop"]));
}
