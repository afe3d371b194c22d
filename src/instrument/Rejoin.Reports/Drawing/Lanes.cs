using System.Text;

namespace Rejoin.Reports;

/// <summary>The three lanes of a drawing: client, link, service. ASCII only, at most 80 columns.</summary>
internal sealed class Lanes(int whereWidth)
{
    private const int ToLink = 43;
    private const int ToService = 17;
    private const int NumberWidth = 5;
    private readonly StringBuilder line = new();

    /// <summary>The names above the lanes.</summary>
    public string Heads() => (new string(' ', Gutter) + "client").PadRight(Gutter + ToLink - 1) + "link"
        + "service".PadLeft(ToService);

    /// <summary>The lines of a row: the first has the arrow, further ones the rest of its words.</summary>
    public IEnumerable<string> Draw(DrawnRow row, bool isMarked)
    {
        var texts = Broken(row.Text, row.Kind is DrawnKind.AtLink or DrawnKind.AtService ? ToService - 2 : ToLink - 4);
        for (var at = 0; at < texts.Count; at++)
        {
            line.Clear();
            line.Append(isMarked && at == 0 ? '>' : ' ');
            line.Append((at == 0 ? row.Number : "").PadLeft(NumberWidth)).Append(' ');
            line.Append((at == 0 ? row.Where : "").PadRight(whereWidth)).Append(' ');
            Between(row.Kind, texts[at], at == 0);
            yield return line.ToString().TrimEnd();
        }
    }

    private int Gutter => 1 + NumberWidth + 1 + whereWidth + 1;

    private void Between(DrawnKind kind, string text, bool isFirst)
    {
        var arrow = isFirst && kind is DrawnKind.Request or DrawnKind.Answer or DrawnKind.Exchange;
        if (arrow && isFirst)
        {
            var start = kind == DrawnKind.Request ? "|--" : "|<-";
            var end = kind == DrawnKind.Answer ? "-|" : ">|";
            line.Append($"{start} {text} ".PadRight(ToLink + 1, '-')).Append('|')
                .Append(new string('-', ToService - 1)).Append(end);
            return;
        }

        switch (kind)
        {
            case DrawnKind.AtLink:
                line.Append('|'.ToString().PadRight(ToLink + 1)).Append(isFirst ? 'X' : '|')
                    .Append($" {text}".PadRight(ToService)).Append('|');
                break;
            case DrawnKind.AtService:
                line.Append('|'.ToString().PadRight(ToLink + 1)).Append('|')
                    .Append($"{text} ".PadLeft(ToService)).Append('|');
                break;
            case DrawnKind.Across:
                line.Append($": {text}".PadRight(ToLink + 1)).Append(':').Append(new string(' ', ToService))
                    .Append(':');
                break;
            default:
                line.Append((isFirst ? $"|  ({text})" : $"|   {text}").PadRight(ToLink + 1)).Append('|')
                    .Append(new string(' ', ToService)).Append('|');
                break;
        }
    }

    private static List<string> Broken(string text, int width)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var fits = lines[^1].Length == 0 || lines[^1].Length + 1 + word.Length <= width;
            if (!fits)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length == 0 ? word : $" {word}";
        }

        return lines;
    }
}
