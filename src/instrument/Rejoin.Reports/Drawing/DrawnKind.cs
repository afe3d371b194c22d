namespace Rejoin.Reports;

/// <summary>The kinds of rows in a drawing.</summary>
internal enum DrawnKind
{
    /// <summary>An arrow from the client to the service.</summary>
    Request,

    /// <summary>An arrow from the service to the client.</summary>
    Answer,

    /// <summary>A request and its answer with nothing between them.</summary>
    Exchange,

    /// <summary>Something that only the client knows.</summary>
    AtClient,

    /// <summary>Something that was done to the link.</summary>
    AtLink,

    /// <summary>Something that the service was asked for beside the link.</summary>
    AtService,

    /// <summary>Something that concerns no lane: time that goes by.</summary>
    Across,
}
