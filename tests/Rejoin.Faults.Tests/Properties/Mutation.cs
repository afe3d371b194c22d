namespace Rejoin.Properties;

/// <summary>One way to spoil a file.</summary>
internal enum Mutation
{
    Truncate,
    FlipBits,
    ReplaceBytes,
    RemoveLine,
    DuplicateLine,
    SwapLines,
    HugeNumber,
    DeepNesting,
    LongText,
    InvalidUtf8,
    Escape,
    Token,
    DuplicateSlice,
    RemoveSlice,
    ForeignSlice,
}
