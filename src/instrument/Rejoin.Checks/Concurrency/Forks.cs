namespace Rejoin.Checks;

/// <summary>Accepted messages that change their places between one read of a segment and the next.</summary>
internal static class Forks
{
    /// <summary>A message, one that stands before it in the later read and did not in the earlier, and both
    /// reads.</summary>
    public readonly record struct Fork(
        MessageRecord Message, MessageRecord Before, ReadRecord Earlier, ReadRecord Later);

    /// <summary>Pairs of consecutive reads, the earlier answered before the later began.</summary>
    public static IEnumerable<(ReadRecord Earlier, ReadRecord Later)> Pairs(SegmentRecord segment) =>
        segment.Reads.Zip(segment.Reads.Skip(1)).Where(pair => pair.First.Call.Precedes(pair.Second.Call));

    /// <summary>At most one fork for each message and pair of reads; messages of one connection are left to
    /// RJ105.</summary>
    public static IEnumerable<Fork> Of(SegmentRecord segment)
    {
        foreach (var (earlier, later) in Pairs(segment))
        {
            var places = Places(earlier);
            var (added, behind) = (new Leaders(), new Leaders());
            foreach (var message in Order(later))
            {
                if (!places.TryGetValue(message, out var place))
                {
                    // What the earlier read lacked although it was acknowledged is left to RJ202 and RJ203.
                    if (!message.Say!.Precedes(earlier.Call))
                    {
                        added.Add(message, 0);
                    }

                    continue;
                }

                if ((added.Above(message, -1) ?? behind.Above(message, place)) is { } before)
                {
                    yield return new Fork(message, before, earlier, later);
                }

                behind.Add(message, place);
            }
        }
    }

    private static Dictionary<MessageRecord, int> Places(ReadRecord read)
    {
        var places = new Dictionary<MessageRecord, int>();
        foreach (var message in Order(read))
        {
            places.TryAdd(message, places.Count);
        }

        return places;
    }

    private static IEnumerable<MessageRecord> Order(ReadRecord read) => read.Entries
        .Where(entry => entry.Foreign is null && entry.Message.IsAccepted && entry.Message.Segment == read.Segment)
        .Select(entry => entry.Message).Distinct();

    /// <summary>Of what came so far, the greatest, and the greatest that was sent on another connection.</summary>
    private sealed class Leaders
    {
        private (MessageRecord Message, int Place)? _first;
        private (MessageRecord Message, int Place)? _second;

        public void Add(MessageRecord message, int place)
        {
            if (_first is not { } first)
            {
                _first = (message, place);
            }
            else if (place > first.Place)
            {
                _second = IsSame(first.Message, message) ? _second : first;
                _first = (message, place);
            }
            else if (!IsSame(first.Message, message) && (_second is not { } second || place > second.Place))
            {
                _second = (message, place);
            }
        }

        /// <summary>One of another connection than this message, with a place above that; null if there is
        /// none.</summary>
        public MessageRecord? Above(MessageRecord message, int place) =>
            _first is { } first && first.Place > place && !IsSame(first.Message, message) ? first.Message
            : _second is { } second && second.Place > place && !IsSame(second.Message, message) ? second.Message
            : null;

        private static bool IsSame(MessageRecord left, MessageRecord right) =>
            left.Say!.Invoke.Connection == right.Say!.Invoke.Connection;
    }
}
