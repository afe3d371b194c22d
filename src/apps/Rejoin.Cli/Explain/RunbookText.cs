using Rejoin.Reports;
using Spectre.Console;

namespace Rejoin.Cli;

/// <summary>A page as text for a terminal: sentences broken at the width, code as it is.</summary>
internal sealed class RunbookText
{
    private const int CodeIndent = 2;
    private const int FieldIndent = 13;
    private readonly TextWriter output;
    private readonly IAnsiConsole console;
    private readonly int width;
    private readonly bool hasColour;

    public RunbookText(TextWriter output, ReportStyle style)
    {
        this.output = output;
        hasColour = style.Colour;
        width = Math.Max(style.Width, ReportStyle.NarrowestWidth);
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = style.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = style.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = short.MaxValue;
    }

    /// <summary>Writes the title, what the front matter says, and the page.</summary>
    public void Write(Runbook page, bool isFirst)
    {
        if (!isFirst)
        {
            output.Write("\n\n");
        }

        var colour = page.Severity == "fail" ? Color.Red : Color.Yellow;
        Styled($"{page.Id} ", new Style(colour, decoration: Decoration.Bold));
        Words([new(page.Title, false, true)], page.Id.Length + 1);
        foreach (var block in MarkdownBlocks.Of(page.Body))
        {
            Write(block);
        }

        output.Write('\n');
        Field("property", page.Property);
        Field("severity", page.Severity);
        Field("scenarios", string.Join(", ", page.Scenarios));
        Field("planted bug", string.Join(", ", page.Planted));
        foreach (var rehearsal in page.Rehearsed)
        {
            Field("rehearsed", rehearsal);
        }
    }

    private void Field(string name, string value)
    {
        Styled(name.PadRight(FieldIndent), new Style(decoration: Decoration.Bold));
        Words(InlineText.Of(value, hasColour), FieldIndent);
    }

    private void Write(MarkdownBlock block)
    {
        if (!block.IsTight)
        {
            output.Write('\n');
        }

        switch (block.Kind)
        {
            case MarkdownKind.Heading:
                Styled(block.Text, new Style(Color.Blue, decoration: Decoration.Bold));
                output.Write('\n');
                break;
            case MarkdownKind.Code:
                foreach (var line in block.Text.Split('\n'))
                {
                    output.Write(line.Length == 0 ? "" : new string(' ', block.Indent + CodeIndent));
                    Styled(line, new Style(Color.Aqua));
                    output.Write('\n');
                }

                break;
            default:
                output.Write(new string(' ', block.Indent));
                output.Write(block.Mark);
                Words(InlineText.Of(block.Text, hasColour), block.Indent + block.Mark.Length);
                break;
        }
    }

    /// <summary>Words on as many lines as they need, from a column on and in it.</summary>
    private void Words(IEnumerable<InlineText> pieces, int indent)
    {
        var column = indent;
        foreach (var word in InlineText.Words(pieces))
        {
            var length = word.Sum(piece => piece.Text.Length);
            if (column > indent && column + 1 + length > width)
            {
                output.Write('\n');
                output.Write(new string(' ', indent));
                column = indent;
            }
            else if (column > indent)
            {
                output.Write(' ');
                column++;
            }

            foreach (var piece in word)
            {
                Styled(piece.Text, piece.IsCode ? new Style(Color.Aqua)
                    : piece.IsBold ? new Style(decoration: Decoration.Bold) : Style.Plain);
            }

            column += length;
        }

        output.Write('\n');
    }

    private void Styled(string text, Style style)
    {
        if (text.Length > 0)
        {
            console.Write(new Text(text, style));
        }
    }
}
