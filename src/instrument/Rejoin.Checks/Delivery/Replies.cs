namespace Rejoin.Checks;

/// <summary>The replies of a stretch of which everything was handed over.</summary>
internal sealed class Replies
{
    private readonly Dictionary<string, SortedList<long, ReceivedRecord>> _turns = [];
    private readonly HashSet<string> _foreign = [];
    private readonly List<long> _offsets;

    public Replies(DeliveryStretch stretch)
    {
        foreach (var received in stretch.Received)
        {
            if (received.Event is { Offset: { } offset, Turn: { } turn, Kind: "delta" or "agent_message",
                Text: not null })
            {
                Sort(received, offset, turn);
            }
        }

        _offsets = stretch.Offsets;
    }

    /// <summary>Final messages, each with the pieces of its last attempt in the order of offsets.</summary>
    public IEnumerable<(ReceivedRecord Final, IReadOnlyList<ReceivedRecord> Pieces)> Whole()
    {
        foreach (var (turn, events) in _turns)
        {
            if (_foreign.Contains(turn))
            {
                continue;
            }

            var pieces = new List<ReceivedRecord>();
            foreach (var received in events.Values)
            {
                if (received.Event.Kind == "delta")
                {
                    Take(pieces, received);
                    continue;
                }

                if (IsWhole(pieces, received))
                {
                    yield return (received, pieces);
                }

                pieces = [];
            }
        }
    }

    /// <summary>A later attempt voids the pieces of an earlier one.</summary>
    private static void Take(List<ReceivedRecord> pieces, ReceivedRecord piece)
    {
        if (pieces.Count > 0 && (pieces[0].Event.Attempt ?? 1) != (piece.Event.Attempt ?? 1))
        {
            pieces.Clear();
        }

        pieces.Add(piece);
    }

    private void Sort(ReceivedRecord received, long offset, string turn)
    {
        if (!_turns.TryGetValue(turn, out var events))
        {
            _turns.Add(turn, events = []);
        }

        events.TryAdd(offset, received);
        if (received.Foreign is not null)
        {
            _foreign.Add(turn);
        }
    }

    /// <summary>Pieces are numbered from 0 without a gap, if at all, and no offset between the first and the final is
    /// missing.</summary>
    private bool IsWhole(List<ReceivedRecord> pieces, ReceivedRecord final)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Event.DeltaIndex is { } index && index != i)
            {
                return false;
            }
        }

        if (pieces.Count == 0)
        {
            return false;
        }

        var (first, last) = (pieces[0].Event.Offset!.Value, final.Event.Offset!.Value);
        return _offsets.BinarySearch(last) - _offsets.BinarySearch(first) == last - first;
    }
}
