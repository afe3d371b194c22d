namespace Rejoin.Checks;

/// <summary>Compares the last read of a segment with every earlier sight of its messages.</summary>
internal sealed class LastReadComparison(
    SessionIndex session, SegmentRecord segment, ReadRecord last, JudgementBuilder judgement, string hint)
{
    private readonly Dictionary<MessageRecord, ReadEntry> _shown = [];
    private readonly HashSet<MessageRecord> _twice = [];
    private readonly HashSet<MessageRecord> _judged = [];
    private readonly HashSet<MessageRecord> _accused = [];

    public void Compare()
    {
        foreach (var entry in last.Entries)
        {
            if (!_shown.TryAdd(entry.Message, entry))
            {
                _twice.Add(entry.Message);
            }
        }

        foreach (var received in segment.Received)
        {
            if (received.Line.Index < last.Call.Invoke.Index)
            {
                Compare(received.Message!, View(received.Event), received.Line, IsSameEpoch(received.Attach?.Stretch));
            }
        }

        foreach (var seen in SnapshotMessages.Of(session, segment.Snapshots))
        {
            if (seen.Line.Index < last.Call.Invoke.Index)
            {
                Compare(seen.Message, seen.View, seen.Line, IsSameEpoch(seen.Attach.Stretch));
            }
        }

        foreach (var read in segment.Reads)
        {
            if (!ReferenceEquals(read, last))
            {
                Compare(read);
            }
        }
    }

    private void Compare(ReadRecord read)
    {
        foreach (var entry in read.Entries)
        {
            if (entry.Foreign is null)
            {
                Compare(entry.Message, entry.View, read.Line, IsSameEpoch(read.Stretch));
            }
        }
    }

    private void Compare(MessageRecord message, MessageView before, HistoryEvent line, bool isSameEpoch)
    {
        if (!_shown.TryGetValue(message, out var now))
        {
            if (before.Role == "agent" && _accused.Add(message))
            {
                judgement.Opportunities++;
                judgement.Fail(session,
                    $"agent message '{before.Id}' was seen at line {line.Index} and is missing from the last read "
                        + "of the history",
                    hint, line.Index, last.Line.Index);
            }

            return;
        }

        // A message that is there twice is judged by RJ102.
        if (now.Foreign is not null || _twice.Contains(message))
        {
            return;
        }

        judgement.Opportunities += _judged.Add(message) ? 1 : 0;
        if (Difference(before, now.View, isSameEpoch) is { } difference && _accused.Add(message))
        {
            judgement.Fail(session,
                $"message '{before.Id}' has another {difference} in the last read of the history than at line "
                    + $"{line.Index}",
                hint, line.Index, last.Line.Index);
        }
    }

    private static string? Difference(MessageView before, MessageView now, bool isSameEpoch) =>
        before.Role != now.Role ? $"role ('{now.Role}' instead of '{before.Role}')"
        : before.At is not null && now.At is not null && !IsSameTime(before.At, now.At)
            ? $"timestamp ('{now.At}' instead of '{before.At}')"
        : before.Turn is not null && now.Turn is not null && before.Turn != now.Turn
            ? $"turn ('{now.Turn}' instead of '{before.Turn}')"
        : before.Role == "agent" && before.Text != now.Text ? "text"
        : isSameEpoch && before.Offset is not null && now.Offset is not null && before.Offset != now.Offset
            ? $"offset ({now.Offset} instead of {before.Offset})"
        : null;

    private static bool IsSameTime(string left, string right) => left == right
        || (DateTimeOffset.TryParse(left, System.Globalization.CultureInfo.InvariantCulture, out var a)
            && DateTimeOffset.TryParse(right, System.Globalization.CultureInfo.InvariantCulture, out var b) && a == b);

    private bool IsSameEpoch(DeliveryStretch? stretch) => stretch is not null && ReferenceEquals(stretch, last.Stretch);

    private static MessageView View(ReceivedEvent item) => new()
    {
        Id = item.Id!,
        Role = item.Kind == "user_message" ? "user" : "agent",
        Text = item.Text ?? "",
        Offset = item.Offset,
        At = item.At,
        Turn = item.Turn,
    };
}
