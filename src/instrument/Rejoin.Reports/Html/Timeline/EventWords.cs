using System.Globalization;
using Rejoin.Checks;

namespace Rejoin.Reports;

/// <summary>Everything of a history that is no operation, in words.</summary>
internal static class EventWords
{
    public static LineWords Of(HistoryEvent line) => line.Type switch
    {
        HistoryEventType.Received => Received(line.Received!),
        HistoryEventType.Closed => Closed(line),
        HistoryEventType.Injection => Injected(line.Injection!),
        HistoryEventType.Clock => new LineWords("clock moved", string.Create(CultureInfo.InvariantCulture,
            $"the service's clock is {(line.AdvancedMs ?? 0) / 1000.0:0.###} s further")),
        HistoryEventType.Notice => new LineWords("notice", OperationWords.Quoted(line.Notice)),
        HistoryEventType.Counters => new LineWords("counts", string.Create(CultureInfo.InvariantCulture,
            $"heap {line.Counters?.HeapBytes} bytes, {line.Counters?.Connections} connections")),
        HistoryEventType.Audit => new LineWords("audit log", string.Join(", ",
            (line.Audit ?? []).Take(6).Select(entry => entry.What))),
        _ => new LineWords(line.Type.ToString().ToLowerInvariant()),
    };

    /// <summary>Several events that came one after the other.</summary>
    public static LineWords Received(IReadOnlyList<ReceivedEvent> events)
    {
        if (events.Count == 1)
        {
            return Received(events[0]);
        }

        if (events.All(each => each.Kind == events[0].Kind))
        {
            return new LineWords(
                (events[0].Replayed ? "replay of " : "") + Quantity.Count(events.Count, events[0].Kind),
                Offsets(events).TrimEnd(' ', ':'));
        }

        var kinds = events.GroupBy(each => each.Kind)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count()} {kind.Key}"));
        return new LineWords(
            (events[0].Replayed ? "replay of " : "") + Quantity.Count(events.Count, "event"),
            Offsets(events) + string.Join(", ", kinds.Take(5)));
    }

    private static LineWords Received(ReceivedEvent received)
    {
        var about = received.Id ?? received.Turn ?? received.Effect ?? received.Key ?? received.Workflow;
        return new LineWords(
            $"{(received.Replayed ? "replay of " : "")}{received.Kind} {about}".TrimEnd(),
            Offsets([received]) + OperationWords.Quoted(received.Text ?? received.Value));
    }

    private static string Offsets(IReadOnlyList<ReceivedEvent> events) =>
        (events[0].Offset, events[^1].Offset) switch
        {
            ({ } first, { } last) when first == last =>
                string.Create(CultureInfo.InvariantCulture, $"offset {first} "),
            ({ } first, { } last) => string.Create(CultureInfo.InvariantCulture, $"offsets {first}–{last}: "),
            _ => "",
        };

    private static LineWords Closed(HistoryEvent line)
    {
        var code = line.Closed?.Code is { } number
            ? string.Create(CultureInfo.InvariantCulture, $", code {number} ")
                + OperationWords.Quoted(line.Closed.Reason)
            : "";
        var connection = string.Create(CultureInfo.InvariantCulture, $"connection {line.Connection}");
        return line.Closed?.By switch
        {
            "peer" => new LineWords($"{connection} closed", $"by the service{code}"),
            "self" => new LineWords($"{connection} ended", "by the client"),
            _ => new LineWords($"{connection} lost", "without a close frame"),
        };
    }

    private static LineWords Injected(InjectionEvidence fault)
    {
        var kind = fault.CloseCode is { } code
            ? string.Create(CultureInfo.InvariantCulture, $"{fault.Kind} {code}")
            : fault.Kind;
        return fault.Status switch
        {
            "fired" => new LineWords($"{(fault.Cut ? "cut" : "fault")}: {kind}", fault.At + Bytes(fault)),
            "observed" => new LineWords("seen on the link", Saw(fault)),
            "mislabelled" => new LineWords("not as labelled", $"{fault.Reason} {Saw(fault)}".Trim()),
            _ => new LineWords($"{kind} did not fire", fault.Reason ?? ""),
        };
    }

    private static string Bytes(InjectionEvidence fault) => fault.BytesToClient is { } client
        ? string.Create(CultureInfo.InvariantCulture,
            $"; delivered {client} bytes to the client, {fault.BytesToService ?? 0} to the service")
        : "";

    private static string Saw(InjectionEvidence fault) =>
        $"client: {fault.ClientSaw ?? "nothing"}, service: {fault.ServiceSaw ?? "nothing"}";
}
