using Rejoin.Statistics;

namespace Rejoin.Checks.Tests;

/// <summary>All golden histories.</summary>
public static class GoldenHistories
{
    public static IReadOnlyList<GoldenHistory> All { get; } = [.. Fails(), .. Passes(), .. Unknowns()];

    private static IEnumerable<GoldenHistory> Fails() => PlantedBugs.CaughtBy.Select(pair =>
        new GoldenHistory(pair.Value, Verdict.Fail, Kebab(pair.Key.ToString()), () => BuggyTrials.Of(pair.Key)));

    private static IEnumerable<GoldenHistory> Passes()
    {
        yield return Pass("RJ101", "acked-and-read", GoodTrials.SayAndRead);
        yield return Pass("RJ102", "resend-has-one-effect", GoodTrials.Resend);
        yield return Pass("RJ103", "all-were-sent", GoodTrials.SayAndRead);
        yield return Pass("RJ105", "pipelined-in-order", GoodTrials.Pipelined);
        yield return Pass("RJ106", "same-text", GoodTrials.SayAndRead);
        yield return Pass("RJ107", "unknown-outcome-stays", GoodTrials.UnknownOutcome);
        yield return Pass("RJ111", "replay-fills-the-gap", GoodTrials.CutAndResume);
        yield return Pass("RJ111", "snapshot-stands-for-events", GoodTrials.Snapshot);
        yield return Pass("RJ112", "restarted-client-sees-again", GoodTrials.Restart);
        yield return Pass("RJ113", "replay-in-order", GoodTrials.CutAndResume);
        yield return Pass("RJ114", "resumed", GoodTrials.CutAndResume);
        yield return Pass("RJ114", "reset-after-the-window", GoodTrials.ResumedThenExpired);
        yield return Pass("RJ115", "reply-over-two-connections", GoodTrials.CutAndResume);
        yield return Pass("RJ115", "second-attempt-counts", GoodTrials.Interrupted);
        yield return Pass("RJ116", "from-what-was-presented", GoodTrials.CutAndResume);
        yield return Pass("RJ201", "as-delivered", GoodTrials.CutAndResume);
        yield return Pass("RJ202", "fresh", GoodTrials.CutAndResume);
        yield return Pass("RJ203", "monotonic", GoodTrials.ReadTwice);
        yield return Pass("RJ204", "newest-values", GoodStates.Memory);
        yield return Pass("RJ204", "unknown-outcome-stays", GoodStates.UnknownOutcome);
        yield return Pass("RJ204", "either-of-two-at-once", GoodStates.Concurrent);
        yield return Pass("RJ205", "goes-on-while-away", GoodStates.Workflow);
        yield return Pass("RJ205", "snapshot-stands-for-steps", GoodStates.WorkflowBySnapshot);
        yield return Pass("RJ205", "interrupted-attempt", GoodStates.WorkflowInterrupted);
        yield return Pass("RJ206", "each-once", GoodStates.Workflow);
        yield return Pass("RJ207", "same-names", GoodTrials.CutAndResume);
        yield return Pass("RJ208", "still-there", GoodTrials.CutAndResume);
        yield return Pass("RJ301", "late-write-refused", GoodTakeovers.TwoLives);
        yield return Pass("RJ302", "late-events-of-before", GoodTakeovers.TwoLives);
        yield return Pass("RJ303", "replaced-is-released", GoodTakeovers.Released);
        yield return Pass("RJ305", "grows-at-its-end", GoodTrials.ReadTwice);
        yield return Pass("RJ401", "two-sessions-apart", () => GoodTrials.Two("ada"));
        yield return Pass("RJ401", "clean-after-a-reset", GoodAbsences.Expired);
        yield return Pass("RJ402", "two-principals-apart", () => GoodTrials.Two("bob"));
        yield return Pass("RJ501", "expired-and-said", GoodAbsences.Expired);
        yield return Pass("RJ501", "unknown-after-a-day", GoodAbsences.Forgotten);
        yield return Pass("RJ501", "refused", GoodAbsences.Refused) with { Contract = GoodAbsences.Refusing };
        yield return Pass("RJ502", "resumed-within-the-window", GoodAbsences.WithinTheWindow);
        yield return Pass("RJ601", "superseded-and-left", GoodTrials.TakeOverAndLeave);
        yield return Pass("RJ608", "moves-reported", GoodTakeovers.Moved);
        yield return Pass("RJ701", "third-attempt-succeeds", GoodTrials.SlowRecovery);
        yield return Pass("RJ702", "answered", GoodTrials.SayAndRead);
        yield return Pass("RJ703", "one-event-each-time", RepeatedCuts.OneEventEachTime);
        yield return Pass("RJ703", "four-in-vain", RepeatedCuts.FourInVain);
        yield return Pass("RJ901", "cut-after-an-ack", GoodTrials.CutAndResume);
        yield return Pass("RJ902", "fired-and-observed", GoodTrials.CutAndResume);
    }

    private static IEnumerable<GoldenHistory> Unknowns()
    {
        yield return Unknown("RJ101", "no-later-read", UnclearTrials.NoRead);
        yield return Unknown("RJ102", "no-read", UnclearTrials.NoRead);
        yield return Unknown("RJ103", "no-read", UnclearTrials.NoRead);
        yield return Unknown("RJ105", "one-message", GoodTrials.SayAndRead);
        yield return Unknown("RJ106", "nothing-seen", UnclearTrials.Connected);
        yield return Unknown("RJ107", "all-acknowledged", GoodTrials.SayAndRead);
        yield return Unknown("RJ111", "no-offsets", UnclearTrials.NoOffsets);
        yield return Unknown("RJ112", "no-offsets", UnclearTrials.NoOffsets);
        yield return Unknown("RJ113", "no-offsets", UnclearTrials.NoOffsets);
        yield return Unknown("RJ114", "no-resume", GoodTrials.SayAndRead);
        yield return Unknown("RJ115", "no-final-message", UnclearTrials.UnfinishedReply);
        yield return Unknown("RJ116", "no-resume", GoodTrials.SayAndRead);
        yield return Unknown("RJ201", "no-read", UnclearTrials.NoRead);
        yield return Unknown("RJ202", "no-resume", GoodTrials.SayAndRead);
        yield return Unknown("RJ203", "one-read", GoodTrials.SayAndRead);
        yield return Unknown("RJ204", "no-value", GoodTrials.CutAndResume);
        yield return Unknown("RJ205", "not-completed", GoodStates.WorkflowUnfinished);
        yield return Unknown("RJ206", "no-read-of-effects", GoodStates.WorkflowUnfinished);
        yield return Unknown("RJ207", "no-resume", GoodTrials.SayAndRead);
        yield return Unknown("RJ208", "no-read-after-the-resume", UnclearTrials.ResumeWithoutRead);
        yield return Unknown("RJ301", "no-late-write", GoodTrials.TakeOverAndLeave);
        yield return Unknown("RJ302", "no-takeover", GoodTrials.CutAndResume);
        yield return Unknown("RJ303", "counted-too-early", GoodTakeovers.HeldTooEarly);
        yield return Unknown("RJ305", "one-read", GoodTrials.SayAndRead);
        yield return Unknown("RJ401", "one-session", GoodTrials.SayAndRead);
        yield return Unknown("RJ402", "one-principal", () => GoodTrials.Two("ada"));
        yield return Unknown("RJ501", "within-the-window", GoodAbsences.WithinTheWindow);
        yield return Unknown("RJ502", "after-the-window", GoodAbsences.Expired);
        yield return Unknown("RJ601", "no-close", GoodTrials.SayAndRead);
        yield return Unknown("RJ608", "no-audit", GoodTakeovers.MovedWithoutAudit);
        yield return Unknown("RJ701", "trial-ended-early", UnclearTrials.EndedDuringRecovery);
        yield return Unknown("RJ701", "no-attempt", UnclearTrials.NeverTried);
        yield return Unknown("RJ702", "client-gave-up-early", UnclearTrials.GaveUpEarly);
        yield return Unknown("RJ703", "cut-before-anything-can-come", RepeatedCuts.TooEarly);
        yield return Unknown("RJ703", "reset-may-lose-what-came", RepeatedCuts.ByReset);
        yield return Unknown("RJ703", "frames-not-told", RepeatedCuts.FramesNotTold);
        yield return Unknown("RJ901", "cut-before-any-ack", UnclearTrials.CutAtOnce);
        yield return Unknown("RJ902", "not-fired",
            () => UnclearTrials.Fault("not-fired", "connection 1 ended before frame 3"));
        yield return Unknown("RJ902", "mislabelled",
            () => UnclearTrials.Fault("mislabelled", "the service's socket saw fin, not rst"));
        yield return Unknown("RJ902", "not-observed", () => UnclearTrials.Fault("fired", null));
    }

    private static GoldenHistory Pass(string check, string name, Func<TrialScript> script) =>
        new(check, Verdict.Pass, name, script);

    private static GoldenHistory Unknown(string check, string name, Func<TrialScript> script) =>
        new(check, Verdict.Unknown, name, script);

    private static string Kebab(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
