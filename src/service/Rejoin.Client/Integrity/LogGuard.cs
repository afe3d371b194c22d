using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The judge of one connection's order: verdict, replay, mark, live events; contiguous offsets;
/// digests.</summary>
/// <remarks>Pure. Each method takes the next message and gives the contradiction in it, or null; it always moves on,
/// so that an instrument can go on listening. Source: protocol.md, "Verdict" and "Log digest".</remarks>
internal sealed class LogGuard(SessionCursor? presented, bool takesSnapshots)
{
    private Verdict? verdict;
    private bool snapshotSeen;
    private bool eventSeen;

    /// <summary>Newest offset received on this connection, or presented.</summary>
    public long Last { get; private set; }

    /// <summary>Digest at <see cref="Last"/>; null if it cannot be known.</summary>
    public LogDigest? Digest { get; private set; }

    /// <summary>Whether the end of the replay was received.</summary>
    public bool ReplayEnded { get; private set; }

    public Contradiction? OnVerdict(Verdict next)
    {
        if (verdict is not null)
        {
            return Violation("a second verdict came on one connection.");
        }

        verdict = next;
        if (next is Resumed)
        {
            Last = presented?.Offset ?? 0;
            Digest = DigestOf(presented);
        }
        else
        {
            Last = 0;
            Digest = LogDigest.Empty;
        }

        return presented is null ? JudgeOpened(next) : JudgeReturn(next, presented);
    }

    public Contradiction? OnSnapshot(Snapshot snapshot)
    {
        var expected = verdict is Resumed { Mode: ResumeMode.Snapshot } or Reset;
        var misplaced = !expected || !takesSnapshots || snapshotSeen || eventSeen || ReplayEnded;
        var back = snapshot.Offset < Last;
        snapshotSeen = true;
        if (!back)
        {
            Last = snapshot.Offset;
            Digest = LogDigest.TryParse(snapshot.Digest, out var digest) ? digest : null;
        }

        if (misplaced)
        {
            return Violation("a snapshot came where none may stand.", snapshot.Offset);
        }

        return back
            ? new(ClientFailure.IntegrityGap, $"A snapshot up to {snapshot.Offset} came after {Last}.", snapshot.Offset)
            : null;
    }

    public Contradiction? OnEvent(Event next, ReadOnlySpan<byte> payload)
    {
        var missing = SnapshotMissing && !eventSeen;
        eventSeen = true;
        if (next.Offset == Last + 1)
        {
            Last = next.Offset;
            Digest = Digest?.Append(payload);
            return missing ? Violation("a snapshot was announced and events came.", next.Offset) : null;
        }

        if (next.Offset <= Last)
        {
            return new(
                ClientFailure.IntegrityDuplicate,
                $"The server sent offset {next.Offset} again after {Last}.",
                next.Offset);
        }

        var gap = new Contradiction(
            ClientFailure.IntegrityGap, $"The server skipped offsets {Last + 1} to {next.Offset - 1}.", next.Offset);
        Last = next.Offset;
        Digest = null;
        return gap;
    }

    public Contradiction? OnReplayed(Replayed mark)
    {
        if (ReplayEnded)
        {
            return Violation("the replay ended twice.", mark.Offset);
        }

        ReplayEnded = true;
        if (SnapshotMissing)
        {
            return Violation("a snapshot was announced and did not come.", mark.Offset);
        }

        if (mark.Offset != Last || mark.Offset < verdict!.Head)
        {
            return new(
                ClientFailure.IntegrityGap,
                $"The replay ended at {mark.Offset}; {Last} was delivered and the head was {verdict!.Head}.",
                mark.Offset);
        }

        _ = LogDigest.TryParse(mark.Digest, out var told);
        if (Digest is { } own && own != told)
        {
            return new(
                ClientFailure.IntegrityDigest, $"The log digests at offset {mark.Offset} differ.", mark.Offset);
        }

        Digest = told;
        return null;
    }

    public Contradiction? OnAck(ServerAck ack) => ack.Offset > Last
        ? new(
            ClientFailure.IntegrityOrder,
            $"The ack of '{ack.Id}' speaks of offset {ack.Offset}; {Last} was delivered.",
            ack.Offset)
        : null;

    private bool SnapshotMissing => verdict is Resumed { Mode: ResumeMode.Snapshot } && !snapshotSeen;

    private static Contradiction? JudgeOpened(Verdict next) => next is Opened
        ? null
        : new(ClientFailure.IntegrityVerdict, $"A new session was asked for; the verdict is '{Name(next)}'.", null);

    private static Contradiction? JudgeReturn(Verdict next, SessionCursor presented)
    {
        var wrong = next switch
        {
            Opened => "a resume was asked for and a new session was opened without a reason",
            _ when presented.Principal is { } known && known != next.Principal => "it names another principal",
            Resumed resumed => JudgeResumed(resumed, presented),
            Reset { Reason: ResetReason.Trimmed or ResetReason.EpochChanged } when next.Session != presented.Session =>
                "this reason keeps the session and it names another one",
            Reset { Reason: ResetReason.Expired or ResetReason.Unknown or ResetReason.Corrupt }
                when next.Session == presented.Session => "this reason ends the session and it names the same one",
            _ => null,
        };
        return wrong is null
            ? null
            : new(ClientFailure.IntegrityVerdict, $"The verdict '{Name(next)}' cannot be right: {wrong}.", null);
    }

    private static string? JudgeResumed(Resumed resumed, SessionCursor presented) => true switch
    {
        _ when resumed.Session != presented.Session => "it names another session",
        _ when resumed.Epoch != presented.Epoch => "it names another epoch",
        _ when resumed.From != presented.Offset =>
            $"it goes on from {resumed.From} and {presented.Offset} was presented",
        _ when resumed.Head < resumed.From => $"its head {resumed.Head} lies before {resumed.From}",
        _ when resumed.Generation <= presented.Generation =>
            $"generation {resumed.Generation} does not follow {presented.Generation}",
        _ => null,
    };

    private static string Name(Verdict verdict) => verdict switch
    {
        Opened => "opened",
        Resumed => "resumed",
        _ => "reset",
    };

    private static LogDigest? DigestOf(SessionCursor? cursor) =>
        LogDigest.TryParse(cursor?.Digest, out var digest) ? digest : null;

    private static Contradiction Violation(string text, long? offset = null) =>
        new(ClientFailure.ProtocolViolation, text, offset);
}
