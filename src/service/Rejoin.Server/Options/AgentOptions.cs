namespace Rejoin.Server;

/// <summary>The pace of the scripted agent.</summary>
public sealed record AgentOptions
{
    /// <summary>Time between two pieces of a reply, in milliseconds; 0 = none; default 2.</summary>
    public int PieceDelayMs { get; init; } = 2;

    /// <summary>Time that a tool call of a workflow takes, in milliseconds; 0 = none; default 2.</summary>
    public int ToolDelayMs { get; init; } = 2;

    internal void Validate(List<string> errors)
    {
        OptionRange.Check(errors, "agent.pieceDelayMs", PieceDelayMs, 0, 600_000);
        OptionRange.Check(errors, "agent.toolDelayMs", ToolDelayMs, 0, 600_000);
    }
}
