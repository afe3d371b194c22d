using Rejoin.Statistics;

namespace Rejoin.Checks.Tests;

public sealed class CleanTrialTests
{
    [Fact]
    public void A_clean_trial_is_accused_by_no_check()
    {
        var judgements = Judged.All(CleanTrial.Script().Build());
        Assert.DoesNotContain(judgements, judgement => judgement.Verdict == Verdict.Fail);
        Assert.All(judgements, judgement => Assert.Empty(judgement.Unknowns));
    }
}
