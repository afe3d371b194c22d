using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin sweep</c> was told.</summary>
internal sealed record SweepArguments
{
    public required string Conversation { get; init; }

    public required SweepDepth Depth { get; init; }

    public required IReadOnlyList<SweepKind> Kinds { get; init; }

    public required bool Persistent { get; init; }

    public required string Target { get; init; }

    public required string? Contract { get; init; }

    public required string? TokenCommand { get; init; }

    public required Seed? Seed { get; init; }

    public required int Parallel { get; init; }

    public required string? Sabotage { get; init; }

    public required string? Out { get; init; }

    public required bool Force { get; init; }

    public required bool Keep { get; init; }

    public required bool Json { get; init; }

    public required bool Quiet { get; init; }

    public required bool NoColour { get; init; }

    /// <summary>Arguments that name the target again; the command that prints tokens is named and not repeated, because
    /// it can hold a secret.</summary>
    public string TargetArguments() => string.Join(' ', new[]
    {
        Target == TargetName.Embedded ? null : $"--target {ShellWord.Of(Target)}",
        Contract is null ? null : $"--contract {ShellWord.Of(Contract)}",
        TokenCommand is null ? null : Cli.TokenCommand.Placeholder,
    }.OfType<string>());
}
