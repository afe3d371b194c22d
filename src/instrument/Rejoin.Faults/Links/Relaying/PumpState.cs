namespace Rejoin.Faults.Links.Relaying;

/// <summary>What a pump has in hand.</summary>
internal enum PumpState
{
    /// <summary>Nothing: it waits for its source.</summary>
    Reading,

    /// <summary>Bytes that it delivers.</summary>
    Delivering,

    /// <summary>Bytes that are held.</summary>
    Parked,

    /// <summary>A fault whose point it has reached.</summary>
    AtFault,

    /// <summary>Bytes that are discarded.</summary>
    Discarding,

    /// <summary>It has stopped.</summary>
    Done,
}
