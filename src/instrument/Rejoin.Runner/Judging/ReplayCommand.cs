using System.Globalization;

namespace Rejoin.Runner;

/// <summary>The command that repeats one trial, or a scenario with all its rounds.</summary>
internal static class ReplayCommand
{
    public static string Of(RunOptions options, string scenario, int? trial)
    {
        var culture = CultureInfo.InvariantCulture;
        var command = $"rejoin run --scenario {scenario}";
        command += trial is { } one ? string.Create(culture, $" --trial {one}") : Amount(options);
        command += $" --seed {options.Seed}";
        command += options.Sabotage is null ? string.Empty : $" --sabotage {options.Sabotage}";
        command += options.TargetArguments.Length == 0 ? string.Empty : $" {options.TargetArguments}";
        return command;
    }

    /// <summary>What differs from the defaults.</summary>
    private static string Amount(RunOptions options)
    {
        var rounds = options.Rounds == RunOptions.DefaultRounds ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $" --rounds {options.Rounds}");
        return rounds + (options.TrialsPerRound is not { } trials ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $" --trials {trials}"));
    }
}
