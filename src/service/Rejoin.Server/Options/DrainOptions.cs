namespace Rejoin.Server;

/// <summary>The shutdown.</summary>
public sealed record DrainOptions
{
    /// <summary>Shortest time after which clients may come back, in milliseconds; default 500.</summary>
    public int RetryAfterMs { get; init; } = 500;

    /// <summary>Time over which the clients' return is spread, in milliseconds; default 2 000.</summary>
    public int SpreadMs { get; init; } = 2_000;

    /// <summary>Time between the notice and the close, in milliseconds; default 0.</summary>
    public int NoticeMs { get; init; }

    internal void Validate(List<string> errors)
    {
        OptionRange.Check(errors, "drain.retryAfterMs", RetryAfterMs, 0, 3_600_000);
        OptionRange.Check(errors, "drain.spreadMs", SpreadMs, 0, 3_600_000);
        OptionRange.Check(errors, "drain.noticeMs", NoticeMs, 0, 600_000);
    }
}
