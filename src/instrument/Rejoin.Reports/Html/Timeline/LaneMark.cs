namespace Rejoin.Reports;

/// <summary>What a row of a timeline draws across the lanes of client, link and service.</summary>
internal enum LaneMark
{
    /// <summary>Nothing: lines that are not shown.</summary>
    None,

    /// <summary>From the client to the service.</summary>
    ToService,

    /// <summary>From the client towards the service, with an outcome that nobody knows.</summary>
    ToServiceUnknown,

    /// <summary>From the service to the client: an answer or an ack.</summary>
    Answer,

    /// <summary>From the service to the client: a refusal.</summary>
    Refusal,

    /// <summary>From the service to the client: an event as it happened.</summary>
    Live,

    /// <summary>From the service to the client: events that were missed.</summary>
    Replay,

    /// <summary>A fault on the link while something was on its way to the client.</summary>
    CutToClient,

    /// <summary>A fault on the link while something was on its way to the service.</summary>
    CutToService,

    /// <summary>Something that the link saw or did not do.</summary>
    OnLink,

    /// <summary>The client's connection ended.</summary>
    ClientEnd,

    /// <summary>Something that the client did or learnt by itself.</summary>
    OnClient,

    /// <summary>Something about the service.</summary>
    OnService,
}
