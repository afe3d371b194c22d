using System.Diagnostics;
using System.Globalization;
using Rejoin.Checks;

namespace Rejoin.Reports;

/// <summary>A history as a drawing in characters: client, link and service, from top to bottom in the order of its
/// lines.</summary>
/// <remarks>Made for short histories, such as the smallest one that fails. ASCII but for what the history itself holds,
/// and at most 80 columns if no word is longer than a lane.</remarks>
public static class HistoryDrawing
{
    private const long LongNs = 1_000_000_000;
    private const int LongestRun = 6;

    /// <summary>The lines of the drawing, without line ends.</summary>
    /// <param name="history">History that keeps the rules of docs/reference/history.md.</param>
    /// <param name="marked">Lines of the history that get a mark, such as the evidence of a finding.</param>
    public static IReadOnlyList<string> Of(TrialHistory history, IReadOnlySet<long> marked)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(marked);
        bool IsMarked(DrawnRow row) =>
            row.First > 0 && marked.Any(line => line >= row.First && line <= row.Last);
        var rows = Folded([.. Rows(history)], IsMarked).ToList();
        var lanes = new Lanes(rows.Max(row => row.Where.Length));
        return [lanes.Heads(), .. rows.SelectMany(row => lanes.Draw(row, IsMarked(row)))];
    }

    /// <summary>The rows, with long runs of events that nobody points at as one row.</summary>
    private static IEnumerable<DrawnRow> Folded(List<DrawnRow> rows, Func<DrawnRow, bool> isMarked)
    {
        for (var at = 0; at < rows.Count;)
        {
            var run = rows.Skip(at).TakeWhile(row => row.IsEvent && !isMarked(row)).ToList();
            if (run.Count <= LongestRun)
            {
                yield return rows[at++];
                continue;
            }

            yield return run[0];
            yield return run[1];
            yield return new(DrawnKind.Across, run[2].First, run[^2].Last, "", $"{run.Count - 3} more events");
            yield return run[^1];
            at += run.Count;
        }
    }

    private static IEnumerable<DrawnRow> Rows(TrialHistory history)
    {
        var words = new HistoryWords(history);
        var hasSessions = history.Header.Sessions.Count > 1;
        var invokes = history.Events.Where(line => line.Type == HistoryEventType.Invoke)
            .ToDictionary(line => line.Call ?? 0);
        var lines = history.Events;
        for (var at = 1; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.TimeNs - lines[at - 1].TimeNs is >= LongNs and var waitedNs)
            {
                yield return new(DrawnKind.Across, 0, 0, "", $"{Seconds(waitedNs)} later");
            }

            var where = string.Join(' ', new[]
            {
                hasSessions ? line.Session : null, line.Connection is { } number ? $"#{number}" : null,
            }.OfType<string>());
            if (line.Type == HistoryEventType.Invoke && at + 1 < lines.Count && lines[at + 1] is var next
                && next.Type == HistoryEventType.Ok && next.Call == line.Call && next.Connection == line.Connection
                && next.TimeNs - line.TimeNs < LongNs && IsOnWire(line))
            {
                yield return new(DrawnKind.Exchange, line.Index, next.Index, where,
                    $"{words.Of(line)}: {words.OfResult(next)}");
                at++;
            }
            else if (Row(words, line, invokes.GetValueOrDefault(line.Call ?? 0), where) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>The row of one line; null if another line tells the same.</summary>
    private static DrawnRow? Row(HistoryWords words, HistoryEvent line, HistoryEvent? invoke, string where)
    {
        var (kind, text) = line.Type switch
        {
            HistoryEventType.Invoke when IsOnWire(line) => (DrawnKind.Request, words.Of(line)),
            HistoryEventType.Invoke => (DrawnKind.AtClient, words.Of(line)),
            HistoryEventType.Ok when !IsOnWire(line) => (DrawnKind.AtClient, ""),
            HistoryEventType.Ok => (DrawnKind.Answer, $"{words.Of(invoke ?? line)}: {words.OfResult(line)}"),
            HistoryEventType.Fail => (DrawnKind.AtClient, $"{words.Of(invoke ?? line)}: fail, {line.Error?.Code}"),
            HistoryEventType.Info => (DrawnKind.AtClient, $"{words.Of(invoke ?? line)}: outcome unknown, "
                + line.Error?.Code),
            HistoryEventType.Received => (DrawnKind.Answer, words.Of(line, line.Received!)),
            HistoryEventType.Notice => (DrawnKind.AtClient, line.Notice!),
            HistoryEventType.Closed => Closed(line.Closed!),
            HistoryEventType.Injection => (DrawnKind.AtLink, Injection(line.Injection!)),
            HistoryEventType.Clock => (DrawnKind.Across,
                $"clock of the service moved by {Seconds(line.AdvancedMs!.Value * 1_000_000)}"),
            HistoryEventType.Counters => (DrawnKind.AtService, Counters(line.Counters!)),
            HistoryEventType.Audit => (DrawnKind.AtService, "audit: " + string.Join(", ", line.Audit!.Select(
                entry => $"{entry.What} {entry.Generation}{(entry.Moved == true ? " moved" : "")}"))),
            _ => throw new UnreachableException($"{line.Type} is not drawn."),
        };
        return text.Length == 0 ? null : new(kind, line.Index, line.Index, where, VisibleText.Of(text))
        {
            IsEvent = line.Type == HistoryEventType.Received,
        };
    }

    private static (DrawnKind Kind, string Text) Closed(ConnectionEnd end) => end.By switch
    {
        "peer" => (DrawnKind.Answer, end.Code is { } code ? $"close {code}" : "close"),
        "self" => (DrawnKind.AtClient, "closed by the client"),
        _ => (DrawnKind.AtClient, "connection lost"),
    };

    private static string Injection(InjectionEvidence fault)
    {
        var kind = fault.CloseCode is { } code ? $"{fault.Kind} {code}" : fault.Kind;
        return fault.Status switch
        {
            "fired" => kind,
            "observed" => "",
            _ => $"{kind}: {fault.Status}",
        };
    }

    private static string Counters(CountersView counters) => string.Join(", ", new[]
    {
        counters.Connections is { } connections ? $"connections {connections}" : null,
        counters.Sessions is { } sessions ? $"sessions {sessions}" : null,
    }.OfType<string>());

    /// <summary>Whether the operation is something that the service is asked for.</summary>
    private static bool IsOnWire(HistoryEvent line) =>
        line.Operation is not (Operation.Drop or Operation.Crash or Operation.Restart);

    private static string Seconds(long nanoseconds)
    {
        var time = TimeSpan.FromTicks(nanoseconds / 100);
        return time.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
    }
}
