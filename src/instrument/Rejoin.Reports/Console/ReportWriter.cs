using Spectre.Console;

namespace Rejoin.Reports;

/// <summary>Lines of a report: an indent, coloured pieces, and sentences broken at spaces.</summary>
/// <remarks>Texts come from histories and so from the service under test: nothing in them can move the cursor or change
/// a colour.</remarks>
internal sealed class ReportWriter
{
    private readonly IAnsiConsole console;
    private readonly TextWriter output;
    private readonly int width;

    public ReportWriter(TextWriter output, ReportStyle style)
    {
        this.output = output;
        width = Math.Max(style.Width, ReportStyle.NarrowestWidth);
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = style.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = style.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });

        // This class breaks lines itself: a command that is broken cannot be copied.
        console.Profile.Width = short.MaxValue;
    }

    /// <summary>Columns that a line may have.</summary>
    public int Width => width;

    public void EmptyLine() => output.Write('\n');

    /// <summary>One line that starts with a coloured piece and goes on with a text that may need more lines.</summary>
    /// <param name="label">First piece, at the left edge or where <paramref name="at"/> says.</param>
    /// <param name="colour">Colour of the first piece.</param>
    /// <param name="text">The rest; broken at spaces.</param>
    /// <param name="indent">Column at which the text and its further lines start.</param>
    /// <param name="at">Column of the first piece.</param>
    public void Line(string label, Color colour, string text, int indent, int at = 0)
    {
        label = VisibleText.Of(label);
        output.Write(new string(' ', at));
        console.Write(new Text(label, new Style(colour, decoration: Decoration.Bold)));
        var gap = Math.Max(indent - at - label.Length, 1);
        output.Write(new string(' ', gap));
        Broken(text, Math.Max(indent, at + label.Length + 1), indent);
    }

    /// <summary>A line of a table, which is never broken.</summary>
    public void Row(string text) => output.Write(VisibleText.Of(text) + "\n");

    /// <summary>A line of a table that starts with a coloured piece and is never broken.</summary>
    public void Row(string label, Color colour, string text)
    {
        console.Write(new Text(VisibleText.Of(label), new Style(colour, decoration: Decoration.Bold)));
        Row(text);
    }

    /// <summary>A coloured line of its own.</summary>
    public void Title(string title, Color colour)
    {
        console.Write(new Text(VisibleText.Of(title), new Style(colour, decoration: Decoration.Bold)));
        output.Write('\n');
    }

    /// <summary>A sentence at an indent, on as many lines as it needs.</summary>
    public void Text(string text, int indent)
    {
        output.Write(new string(' ', indent));
        Broken(text, indent, indent);
    }

    /// <summary>A named value that is never broken, such as a command.</summary>
    public void Verbatim(string label, string value, int indent, int at)
    {
        output.Write(new string(' ', at));
        output.Write(label.PadRight(indent - at));
        console.Write(new Text(VisibleText.Of(value), new Style(Color.Aqua)));
        output.Write('\n');
    }

    /// <summary>A named value, broken at spaces.</summary>
    public void Named(string label, string value, int indent, int at)
    {
        output.Write(new string(' ', at));
        output.Write(label.PadRight(indent - at));
        Broken(value, indent, indent);
    }

    private void Broken(string text, int column, int indent)
    {
        var first = true;
        foreach (var word in VisibleText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!first && column + 1 + word.Length > width)
            {
                output.Write('\n');
                output.Write(new string(' ', indent));
                column = indent;
            }
            else if (!first)
            {
                output.Write(' ');
                column++;
            }

            output.Write(word);
            column += word.Length;
            first = false;
        }

        output.Write('\n');
    }
}
