namespace Rejoin.Checks.Tests;

/// <summary>A client that is still there while a newer one of the same session is.</summary>
public sealed class OlderLife(int life, int connection, long processed)
{
    public int Life { get; } = life;

    public int Connection { get; } = connection;

    public long Processed { get; set; } = processed;
}
