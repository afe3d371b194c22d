namespace Rejoin.Faults.Links.Relaying;

/// <summary>Where the faults of a handshake lie in a head.</summary>
internal static class HandshakePoints
{
    /// <summary>
    /// The faults in the order of their places, those at one place in the order of the plan; those beyond the end of
    /// the head are told as missed.
    /// </summary>
    /// <param name="faults">Faults that wait in this head.</param>
    /// <param name="headLength">Length of the head in bytes.</param>
    /// <param name="missed">Told of each fault that the head is too short for.</param>
    public static IReadOnlyList<(ArmedFault Fault, int Offset)> In(
        List<ArmedFault> faults, int headLength, Action<ArmedFault, string> missed)
    {
        var found = new List<(ArmedFault Fault, int Offset)>();
        foreach (var fault in faults)
        {
            var position = fault.At.Handshake!.Value;
            if (position.OffsetIn(headLength) is { } offset)
            {
                found.Add((fault, offset));
            }
            else
            {
                missed(fault, $"the head is shorter: {headLength} bytes, no {position}");
            }
        }

        return [.. found.OrderBy(f => f.Offset)];
    }
}
