namespace Rejoin.Reports;

/// <summary>HTML in which nothing can be left unescaped: elements and attributes come from closed lists, and every text
/// is escaped on its way out.</summary>
/// <remarks>The style and the script of the report are the only texts that are written as they are; they come from this
/// assembly (<see cref="ReportAsset"/>), and nothing else can be given.</remarks>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Most characters of one text; a service can put megabytes into one.</summary>
    public const int TextAtMost = 4_000;

    /// <summary>An element with content; ends where the result is disposed of.</summary>
    public Closing Open(Tag tag, params ReadOnlySpan<Attr> attributes)
    {
        Start(tag, attributes);
        return new Closing(output, tag);
    }

    /// <summary>An element that holds a text and nothing else.</summary>
    public void Element(Tag tag, string text, params ReadOnlySpan<Attr> attributes)
    {
        using (Open(tag, attributes))
        {
            Text(text);
        }
    }

    /// <summary>An element without content.</summary>
    public void Empty(Tag tag, params ReadOnlySpan<Attr> attributes)
    {
        Start(tag, attributes);
        if (!tag.IsVoid)
        {
            output.Write($"</{tag.Name}>");
        }
    }

    /// <summary>A text. What would steer the page or turn the direction of reading becomes visible; what is longer than
    /// <see cref="TextAtMost"/> is cut, and says so.</summary>
    public void Text(string text) => Escape(Shortened(text));

    /// <summary>The first line of the file.</summary>
    public void DocumentType() => output.Write("<!DOCTYPE html>\n");

    /// <summary>The style or the script of the report.</summary>
    public void Asset(ReportAsset asset) => output.Write($"<{asset.Element}>{asset.Content}</{asset.Element}>\n");

    private void Start(Tag tag, ReadOnlySpan<Attr> attributes)
    {
        output.Write('<');
        output.Write(tag.Name);
        foreach (var attribute in attributes)
        {
            output.Write($" {attribute.Name}=\"");
            Escape(Shortened(attribute.Value));
            output.Write('"');
        }

        output.Write('>');
    }

    private static string Shortened(string text) => text.Length <= TextAtMost
        ? text
        : $"{text[..TextAtMost]} … ({text.Length - TextAtMost} characters left out)";

    private void Escape(string text)
    {
        foreach (var character in VisibleText.Of(text))
        {
            switch (character)
            {
                case '&':
                    output.Write("&amp;");
                    break;
                case '<':
                    output.Write("&lt;");
                    break;
                case '>':
                    output.Write("&gt;");
                    break;
                case '"':
                    output.Write("&quot;");
                    break;
                case '\'':
                    output.Write("&#39;");
                    break;
                default:
                    output.Write(character);
                    break;
            }
        }
    }

    /// <summary>An element that is open.</summary>
    public readonly struct Closing(TextWriter output, Tag tag) : IDisposable
    {
        public void Dispose() => output.Write(tag.IsInline ? $"</{tag.Name}>" : $"</{tag.Name}>\n");
    }
}
