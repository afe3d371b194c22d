using Rejoin.Checks;

namespace Rejoin.Drivers.Stdio;

/// <summary>A line to a driver: one operation.</summary>
internal sealed record StdioInvoke
{
    public string Type { get; } = "invoke";

    public required long Call { get; init; }

    public required Operation Operation { get; init; }

    public required int Connection { get; init; }

    public string? Token { get; init; }

    public OperationInput? Input { get; init; }

    public override string ToString() => $"StdioInvoke {{ Call = {Call}, Operation = {Operation} }}";
}
