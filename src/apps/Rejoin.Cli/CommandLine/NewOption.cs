using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Rejoin.Cli;

/// <summary>The makers of options that several commands have in the same form.</summary>
internal static class NewOption
{
    /// <summary>A whole number in a range; null if it is not given.</summary>
    public static Option<int?> Number(
        string name, int low, int high, string description, string? standard = null)
    {
        var option = new DocumentedOption<int?>(name, description, standard) { HelpName = "N" };
        option.CustomParser = result => Parsed(result, name, low, high);
        return option;
    }

    /// <summary>A whole number in a range, with a default that the help shows.</summary>
    public static Option<int> Number(string name, int low, int high, int standard, string description)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => standard,
        };
        option.CustomParser = result =>
            result.Tokens.Count == 0 ? standard : Parsed(result, name, low, high) ?? standard;
        return option;
    }

    /// <summary>A text.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="helpName">Name of the value.</param>
    /// <param name="description">What it does.</param>
    /// <param name="standard">What holds if it is not given, in words; null = nothing that is worth a word.</param>
    public static Option<string?> Text(string name, string helpName, string description, string? standard = null) =>
        new DocumentedOption<string?>(name, description, standard) { HelpName = helpName };

    /// <summary>Something that is there or not.</summary>
    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>Machine-readable output in place of text.</summary>
    public static Option<bool> Json(string description) => Flag("--json", description);

    /// <summary>Less.</summary>
    public static Option<bool> Quiet(string description) => Flag("--quiet", description);

    /// <summary>More.</summary>
    public static Option<bool> Verbose(string description) => Flag("--verbose", description);

    /// <summary>No colour.</summary>
    public static Option<bool> NoColour() =>
        Flag("--no-color", "No colours; NO_COLOR in the environment does the same, FORCE_COLOR the opposite.");

    private static int? Parsed(ArgumentResult result, string name, int low, int high)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= low && value <= high)
        {
            return value;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; allowed: {low} to {high}."));
        return null;
    }
}
