namespace Rejoin.Checks;

/// <summary>The connections that a fault ended which hits one connection after the other.</summary>
internal static class RepeatingCuts
{
    /// <summary>By connection, the line that says what was seen. Only ends after which a client can read all that it
    /// had been sent, and that it heard of: after a reset or in silence it may have lost some of it.</summary>
    public static IReadOnlyDictionary<int, HistoryEvent> Of(SessionIndex session)
    {
        var heard = session.Closed.Where(line => line.Closed!.By != "self").Select(line => line.Connection ?? 0)
            .ToHashSet();
        return session.Injections
            .Where(line => line.Injection is { Cut: true, Status: "observed" } cut && IsReadable(cut.Kind))
            .GroupBy(line => line.Injection!.Fault)
            .Where(fault => fault.Select(FaultRecord.ConnectionOf).Distinct().Skip(1).Any())
            .SelectMany(fault => fault)
            .Where(line => heard.Contains(FaultRecord.ConnectionOf(line)))
            .GroupBy(FaultRecord.ConnectionOf)
            .ToDictionary(lines => lines.Key, lines => lines.First());
    }

    private static bool IsReadable(string kind) => kind is "fin" or "close" or "close-empty";
}
