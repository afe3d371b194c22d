namespace Rejoin.Server;

/// <summary>The results of a receive.</summary>
internal enum ReceivedKind
{
    /// <summary>A whole text message.</summary>
    Text,

    /// <summary>A binary message.</summary>
    Binary,

    /// <summary>A message over the limit.</summary>
    TooBig,

    /// <summary>The peer's close frame.</summary>
    Close,
}
