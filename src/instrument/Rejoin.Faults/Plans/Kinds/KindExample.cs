namespace Rejoin.Faults.Plans;

/// <summary>The examples of the catalogue: one fault each, on one line.</summary>
internal static class KindExample
{
    /// <summary>A fault before the third frame to the client.</summary>
    /// <param name="action">The action as JSON.</param>
    /// <param name="position">Place in the frame.</param>
    public static string InFrame(string action, string position = "before") =>
        """{"id":"f1","at":{"connection":1,"direction":"s2c","frame":3,"position":"POSITION"},"do":ACTION}"""
            .Replace("POSITION", position, StringComparison.Ordinal)
            .Replace("ACTION", action, StringComparison.Ordinal);

    /// <summary>A fault in the handshake of the second connection.</summary>
    /// <param name="action">The action as JSON.</param>
    /// <param name="place">Place in the handshake.</param>
    public static string InHandshake(string action, string place) =>
        """{"id":"f1","at":{"connection":2,"handshake":"PLACE"},"do":ACTION}"""
            .Replace("PLACE", place, StringComparison.Ordinal)
            .Replace("ACTION", action, StringComparison.Ordinal);
}
