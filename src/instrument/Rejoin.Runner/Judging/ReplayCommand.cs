using System.Globalization;

namespace Rejoin.Runner;

/// <summary>The command that repeats one trial.</summary>
internal static class ReplayCommand
{
    public static string Of(RunOptions options, string scenario, int trial)
    {
        var command = string.Create(
            CultureInfo.InvariantCulture,
            $"rejoin run --scenario {scenario} --trial {trial} --seed {options.Seed}");
        command += options.Sabotage is null ? string.Empty : $" --sabotage {options.Sabotage}";
        command += options.TargetArguments.Length == 0 ? string.Empty : $" {options.TargetArguments}";
        return command;
    }
}
