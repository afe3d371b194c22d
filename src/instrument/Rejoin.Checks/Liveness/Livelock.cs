using System.Globalization;

namespace Rejoin.Checks;

/// <summary>RJ703: a client that is cut off at the same place of every connection gets further, as long as that place
/// lies behind the frames within which the contract promises something new.</summary>
/// <remarks>Judged are resumed connections that a repeating fault ended with a FIN or a close frame after that many
/// data frames had been delivered, and that began while an operation was open or the client was behind an offset that
/// it had been told. Smallest failing history: say m1, then five such connections without an event or answer.
/// Unknown: no such connection; or no line tells how many frames were delivered.</remarks>
internal sealed class Livelock() : HistoryCheck("RJ703", "livelock",
    "A client that is cut off at the same place every time gets further.")
{
    private const string Hint = "What a resumed connection brings first is lost with it and comes again on the next: "
        + "send what is missing at once, one event after the other, and count each as delivered.";

    public override string? NotJudgedBecause(Contract contract) => Promises.Progress(contract);

    protected override void Judge(HistoryIndex history, Contract contract, JudgementBuilder judgement)
    {
        foreach (var session in history.Sessions)
        {
            var repeating = RepeatingCuts.Of(session);
            if (repeating.Count > 0)
            {
                Judge(session, repeating, contract.Progress, judgement);
            }
        }
    }

    private static void Judge(
        SessionIndex session, IReadOnlyDictionary<int, HistoryEvent> cuts, ContractProgress progress,
        JudgementBuilder judgement)
    {
        var attempts = new SessionProgress(session);
        var inVain = new List<VainConnection>();
        var untold = 0;
        foreach (var attach in session.Attaches)
        {
            var cut = cuts.GetValueOrDefault(attach.Connection);
            untold += cut is { Injection.FramesToClient: null } ? 1 : 0;
            if (cut is null || !(cut.Injection!.FramesToClient >= progress.Frames)
                || attempts.OwedAt(attach) is not { } owed)
            {
                inVain.Clear();
                continue;
            }

            judgement.Opportunities++;
            if (attempts.BroughtSomething(attach))
            {
                inVain.Clear();
                continue;
            }

            inVain.Add(new VainConnection(attach, cut, owed));
            if (inVain.Count == progress.Connections)
            {
                Fail(session, inVain, progress, judgement);
                inVain.Clear();
            }
        }

        if (untold > 0)
        {
            judgement.Unknown($"session '{session.Label}': no line tells how many frames {untold} connection(s) "
                + "that a repeating fault ended had brought (framesToClient)");
        }
    }

    private static void Fail(
        SessionIndex session, List<VainConnection> inVain, ContractProgress progress, JudgementBuilder judgement)
    {
        var (first, last) = (inVain[0], inVain[^1]);
        judgement.Fail(
            session,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{inVain.Count} connections in a row (#{first.Attach.Connection} to #{last.Attach.Connection}) "
                    + $"brought nothing new, although {last.Owed}: fault '{last.Cut.Injection!.Fault}' ended each "
                    + $"after {inVain.Min(each => each.Cut.Injection!.FramesToClient)} frames of the service; "
                    + $"the contract promises something new within {progress.Frames}"),
            Hint,
            inVain.SelectMany(each => new[] { each.Attach.Call.Invoke.Index, each.Cut.Index }));
    }

    private sealed record VainConnection(AttachRecord Attach, HistoryEvent Cut, string Owed);
}
