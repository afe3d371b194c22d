using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin run</c> was told.</summary>
internal sealed record RunArguments
{
    public required string? Target { get; init; }

    public required string? Driver { get; init; }

    public required IReadOnlyList<string> Scenarios { get; init; }

    public required Seed? Seed { get; init; }

    public required int? Trial { get; init; }

    public required int Rounds { get; init; }

    public required int? Trials { get; init; }

    public required int Parallel { get; init; }

    public required string? Contract { get; init; }

    public required bool Quick { get; init; }

    public required string? Sabotage { get; init; }

    public required string? Out { get; init; }

    public required bool Force { get; init; }

    public required string? TokenCommand { get; init; }

    public required bool Json { get; init; }

    public required bool Quiet { get; init; }

    public required bool Verbose { get; init; }

    public required bool NoColour { get; init; }

    /// <summary>How much is told beside the result; <c>--quiet</c> goes before <c>--verbose</c>.</summary>
    public Verbosity Verbosity =>
        Quiet ? Verbosity.Quiet : Verbose ? Verbosity.Verbose : Verbosity.Normal;

    /// <summary>Arguments beside scenario, trial, seed and planted bug that a trial needs to be repeated; the command
    /// that prints tokens is named and not repeated, because it can hold a secret.</summary>
    public string ReplayArguments()
    {
        var arguments = new List<string>();
        Add("--target", Target);
        Add("--driver", Driver);
        Add("--contract", Contract);
        arguments.AddRange(Quick ? ["--quick"] : []);
        arguments.AddRange(TokenCommand is null ? [] : [Cli.TokenCommand.Placeholder]);
        return string.Join(' ', arguments);

        void Add(string option, string? value)
        {
            if (value is not null)
            {
                arguments.Add($"{option} {ShellWord.Of(value)}");
            }
        }
    }
}
