using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rejoin.Cli.Tests.CommandLine;

/// <summary>The parts of the page of the command line that come from the tree of commands.</summary>
/// <remarks>They stand between <c>&lt;!-- generated: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>; what stands around
/// them is written by hand.</remarks>
internal static partial class CommandPage
{
    private const string End = "<!-- end -->";
    private const string LastSection = "\n## Environment\n";

    /// <summary>A page with every generated part anew, and a section for each command that had none.</summary>
    public static string Written(string page, RootCommand root)
    {
        foreach (var command in Shown(root).Where(command => !page.Contains(Begin(command.Name), Ordinal)))
        {
            page = page.Replace(
                LastSection, $"\n## rejoin {command.Name}\n\n{Begin(command.Name)}\n{End}\n{LastSection}", Ordinal);
        }

        return Part().Replace(page, match => $"{Begin(match.Groups["name"].Value)}\n"
            + $"{Text(match.Groups["name"].Value, root)}{End}");
    }

    /// <summary>Commands that people may use, in the order of the help.</summary>
    public static IEnumerable<Command> Shown(Command command) => command.Subcommands.Where(each => !each.Hidden);

    private static StringComparison Ordinal => StringComparison.Ordinal;

    private static string Begin(string name) => $"<!-- generated: {name} -->";

    private static string Text(string name, RootCommand root) => name switch
    {
        "commands" => Commands(root),
        "exit-codes" => ExitCodes(),
        _ => Section(Shown(root).Single(command => command.Name == name)),
    };

    private static string Commands(RootCommand root)
    {
        var width = Shown(root).Max(command => command.Name.Length);
        var lines = Shown(root).Select(command =>
            $"rejoin {command.Name.PadRight(width)}  {command.Description!.TrimEnd('.')}\n");
        return $"```\n{string.Concat(lines)}```\n";
    }

    private static string ExitCodes() => "| code | means |\n|---|---|\n" + string.Concat(
        ExitCodeText.All.Select(each => string.Create(
            CultureInfo.InvariantCulture, $"| {each.Code} | {each.Meaning} |\n")));

    private static string Section(Command command)
    {
        var text = new StringBuilder();
        var explained = (IExplainedCommand)command;
        text.Append(CultureInfo.InvariantCulture, $"{command.Description}\n\n");
        var before = Examples().Split(explained.Examples)[0].Trim();
        if (before.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{before}\n\n");
        }

        Table(text, "command", Shown(command).Select(each => ($"`rejoin {command.Name} {each.Name}`", Cell(each), "")));
        var all = Shown(command).Prepend(command).ToList();
        Table(text, "argument", all.SelectMany(each => each.Arguments).Select(argument =>
            ($"`{Escaped(argument.HelpName ?? argument.Name)}`", Escaped(argument.Description ?? ""),
                argument.Arity.MinimumNumberOfValues > 0 ? "needed" : "")));
        Table(text, "option", all.SelectMany(each => each.Options).Where(option => !option.Hidden)
            .DistinctBy(option => option.Name)
            .Select(option => (Name(option), Escaped(What(option)), Escaped(Standard(option)))));
        var lines = Examples().Split(explained.Examples)[^1].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim() + "\n");
        text.Append(CultureInfo.InvariantCulture, $"```\n{string.Concat(lines)}```\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Ends with {string.Join(", ", explained.ExitCodes.Order())}.\n");
        return text.ToString();
    }

    private static void Table(
        StringBuilder text, string title, IEnumerable<(string Name, string What, string More)> all)
    {
        var rows = all.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var three = title == "option" || rows.Any(row => row.More.Length > 0);
        text.Append(CultureInfo.InvariantCulture, $"| {title} | what |{(three ? " default |" : "")}\n");
        text.Append(three ? "|---|---|---|\n" : "|---|---|\n");
        foreach (var (name, what, more) in rows)
        {
            text.Append($"| {name} | {what} |{(three ? $" {more} |" : "")}\n".Replace("  |", " |", Ordinal));
        }

        text.Append('\n');
    }

    private static string Name(Option option) =>
        $"`{option.Name}{(option.ValueType == typeof(bool) ? "" : $" {Escaped(option.HelpName ?? "VALUE")}")}`";

    private static string What(Option option) => option is IDocumentedOption own ? own.What : option.Description ?? "";

    private static string Standard(Option option) => option switch
    {
        IDocumentedOption own => own.Standard ?? "",
        { HasDefaultValue: true } when option.ValueType != typeof(bool) => option.GetDefaultValue() switch
        {
            string text => $"`{text}`",
            Enum word => $"`{JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString())}`",
            System.Collections.IEnumerable => "",
            var value => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
        },
        _ => "",
    };

    private static string Cell(Command command) => Escaped(command.Description ?? "");

    private static string Escaped(string text) => text.Replace("|", "\\|", Ordinal);

    [GeneratedRegex("^Examples?:$", RegexOptions.Multiline)]
    private static partial Regex Examples();

    [GeneratedRegex("<!-- generated: (?<name>[a-z-]+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Part();
}
