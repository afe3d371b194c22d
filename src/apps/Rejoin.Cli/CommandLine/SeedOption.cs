using System.CommandLine;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The option <c>--seed</c> of every command that draws.</summary>
internal static class SeedOption
{
    public static Option<Seed?> New()
    {
        var seed = new DocumentedOption<Seed?>(
            "--seed", "Seed of every random choice: 0x and hexadecimal digits, or decimal.",
            "a new one, which is shown")
        {
            HelpName = "X",
        };
        seed.CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Seed.TryParse(text, out var value))
            {
                return value;
            }

            result.AddError($"--seed is '{text}'; allowed: 0x and hexadecimal digits, or a decimal number, below "
                + "2^64.");
            return null;
        };
        return seed;
    }
}
