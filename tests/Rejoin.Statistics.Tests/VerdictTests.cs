namespace Rejoin.Statistics.Tests;

public sealed class VerdictTests
{
    [Fact]
    public void Fail_beats_unknown_and_unknown_beats_pass()
    {
        Assert.Equal(Verdict.Fail, Verdict.Unknown.And(Verdict.Fail));
        Assert.Equal(Verdict.Unknown, Verdict.Unknown.And(Verdict.Pass));
        Assert.Equal(Verdict.Fail, new[] { Verdict.Pass, Verdict.Fail, Verdict.Unknown }.Worst());
    }

    [Fact]
    public void Nothing_judged_is_unknown() => Assert.Equal(Verdict.Unknown, Enumerable.Empty<Verdict>().Worst());
}
