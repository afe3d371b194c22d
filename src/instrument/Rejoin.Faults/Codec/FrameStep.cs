namespace Rejoin.Faults.Codec;

/// <summary>What one call of <see cref="FrameScanner.Scan"/> reached.</summary>
internal enum FrameStep
{
    /// <summary>The input ended inside a frame or on a boundary: feed more.</summary>
    NeedMore,

    /// <summary>The last byte of a header: <see cref="FrameScanner.Header"/> is valid from here on.</summary>
    HeaderRead,

    /// <summary>The last byte of a frame: the scanner stands on a boundary.</summary>
    FrameEnd,
}
