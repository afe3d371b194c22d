namespace Rejoin.Checks;

/// <summary>RJ116: a client presents the position that it processed, and the service goes on from there.</summary>
/// <remarks>A new client life may present an older position than a life before it had processed, never a newer one.
/// Smallest failing history: resume from 3 answered resumed from 2. Unknown: no resume presents a position.</remarks>
internal sealed class Cursor() : HistoryCheck("RJ116", "cursor",
    "A resume goes on from the position that the client had processed.")
{
    private const string ServiceHint = "The service goes on from another position than the presented one: "
        + "look at how it finds the position of a resume (per session, not per connection or per ack).";

    private const string ClientHint = "The client presented another position than the last one that it processed: "
        + "look at when it stores its cursor.";

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var attach in session.Attaches)
        {
            if (attach is not { IsResume: true, PresentedOffset: { } presented } || attach.SilentlyEmptied)
            {
                continue;
            }

            var isAnswered = attach.Continues && attach.Result!.From is not null;
            var isKnown = attach.PresentedStretch is not null && attach.ProcessedByAny is not null;
            judgement.Opportunities += isAnswered || isKnown ? 1 : 0;
            if (isKnown && Expected(attach, presented) is { } expected)
            {
                judgement.Fail(session,
                    $"resume presented offset {presented}, and the client had processed {expected} (connection "
                        + $"{attach.Connection})",
                    ClientHint, attach.Call.Invoke.Index, attach.Call.End?.Index ?? 0);
            }
            else if (isAnswered && attach.Result!.From != presented)
            {
                judgement.Fail(session,
                    $"resume from offset {presented} was answered with from {attach.Result.From} (connection "
                        + $"{attach.Connection})",
                    ServiceHint, attach.Call.Invoke.Index, attach.Call.End!.Index);
            }
        }
    }

    /// <summary>The offset that should have been presented; null if the presented one is right.</summary>
    private static long? Expected(AttachRecord attach, long presented)
    {
        if (attach.ProcessedBefore is { } processed)
        {
            var isRight = (presented >= processed && presented <= (attach.ProcessedUntil ?? processed))
                || presented == attach.HandedLast
                || (attach.IsAfterUnfinished && presented > processed);
            return isRight ? null : processed;
        }

        return presented > Math.Max(attach.ProcessedByAny!.Value, attach.ProcessedUntil ?? 0)
            && !attach.IsAfterUnfinished ? attach.ProcessedByAny : null;
    }
}
