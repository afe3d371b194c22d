namespace Rejoin.Checks;

/// <summary>One session of a trial.</summary>
public sealed record SessionHeader
{
    /// <summary>Label, as lines name it.</summary>
    public required string Session { get; init; }

    /// <summary>Label of the principal that owns it; the same label = the same principal.</summary>
    public required string Principal { get; init; }

    /// <summary>Canary: <c>cn-</c> and 16 lower-case hexadecimal digits; stands in every text and value that the
    /// session sends, and in no other session's.</summary>
    public required string Canary { get; init; }
}
