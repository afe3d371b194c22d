namespace Rejoin.Checks;

/// <summary>Connections whose session a newer connection took.</summary>
internal static class Takeovers
{
    /// <summary>Each attach that another one of the same content came after, with the first such; both ended ok, the
    /// older before the newer began.</summary>
    public static IEnumerable<(AttachRecord Older, AttachRecord Newer)> Of(SessionIndex session)
    {
        var newer = session.Attaches.Where(IsTaking).ToArray();
        foreach (var older in session.Attaches.Where(attach => attach.IsOk))
        {
            var (low, high) = (0, newer.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = older.Call.Precedes(newer[middle].Call) ? (low, middle) : (middle + 1, high);
            }

            if (low < newer.Length && newer[low].Connection > older.Connection
                && newer[low].Stretch!.Segment == older.Stretch!.Segment)
            {
                yield return (older, newer[low]);
            }
        }
    }

    /// <summary>First line that tells the end of each connection; none = it was not seen to end.</summary>
    public static Dictionary<int, long> Ends(SessionIndex session) => session.Connections
        .Where(connection => connection.FirstEnd > 0)
        .ToDictionary(connection => connection.Number, connection => connection.FirstEnd);

    private static bool IsTaking(AttachRecord attach) =>
        attach is { IsOk: true, IsResume: true, SaysEmptied: false, SilentlyEmptied: false };
}
