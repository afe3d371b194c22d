using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Rejoin.Cli;

/// <summary>The makers of options that several commands have in the same form.</summary>
internal static class NewOption
{
    /// <summary>A whole number in a range.</summary>
    public static Option<int?> Number(string name, int low, int high, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= low && value <= high)
            {
                return value;
            }

            result.AddError(string.Create(
                CultureInfo.InvariantCulture, $"{name} is '{text}'; allowed: {low} to {high}."));
            return null;
        },
    };

    /// <summary>A whole number in a range, with a default that the help shows.</summary>
    public static Option<int> Number(string name, int low, int high, int standard, string description)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => standard,
        };
        option.CustomParser = result => result.Tokens.Count == 0 ? standard : Parsed(result, name, low, high);
        return option;
    }

    /// <summary>A text.</summary>
    public static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>Something that is there or not.</summary>
    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>Machine-readable output in place of text.</summary>
    public static Option<bool> Json(string description) => Flag("--json", description);

    /// <summary>No colour.</summary>
    public static Option<bool> NoColour() =>
        Flag("--no-color", "No colours; NO_COLOR in the environment does the same.");

    private static int Parsed(ArgumentResult result, string name, int low, int high)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= low && value <= high)
        {
            return value;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; allowed: {low} to {high}."));
        return low;
    }
}
