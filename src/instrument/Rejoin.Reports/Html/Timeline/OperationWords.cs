using System.Globalization;
using Rejoin.Checks;

namespace Rejoin.Reports;

/// <summary>Operations of a history in words: their beginning and their end.</summary>
internal static class OperationWords
{
    private const int TextAtMost = 60;

    public static LineWords Begun(HistoryEvent line) => line.Operation switch
    {
        Operation.Connect => new LineWords("connect", Place(line)),
        Operation.Resume => new LineWords("resume", Position(line.Input) + Place(line)),
        Operation.Say => new LineWords($"say {line.Input?.Id}", Quoted(line.Input?.Text)),
        Operation.Set => new LineWords($"set {line.Input?.Key}", $"{line.Input?.Scope} = {Quoted(line.Input?.Value)}"),
        Operation.Start => new LineWords($"start {line.Input?.Id}", $"workflow {line.Input?.Workflow}"),
        Operation.History => new LineWords("read the history"),
        Operation.Context => new LineWords("read the context"),
        Operation.Effects => new LineWords("read the effects"),
        Operation.Refresh => new LineWords("refresh", "a new access token"),
        Operation.Leave => new LineWords("leave"),
        Operation.Drop => new LineWords("drop", "the client abandons the connection"),
        Operation.Crash => new LineWords("crash", "the client loses its memory"),
        Operation.Restart => new LineWords("restart", "from the persisted cursor"),
        _ => new LineWords("an operation"),
    };

    public static LineWords Ended(HistoryEvent line, HistoryEvent? begun)
    {
        var name = NameOf(line, begun);
        return line.Type switch
        {
            HistoryEventType.Fail => new LineWords($"{name} refused", Error(line)),
            HistoryEventType.Info => new LineWords($"{name}: outcome unknown", Error(line)),
            _ when line.Result?.Attach is { } attach => Attached(attach),
            _ when line.Result?.History is { } messages => new LineWords(
                $"history: {Quantity.Count(messages.Count, "message")}", Messages(messages)),
            _ when line.Result?.Context is { } context => new LineWords("context", string.Create(
                CultureInfo.InvariantCulture,
                $"memory {context.Memory.Count}, preferences {context.Preferences.Count}, workflows "
                + $"{string.Join(", ", context.Workflows.Take(4).Select(each => $"{each.Id} at step {each.CompletedSteps}"))}")),
            _ when line.Result?.Effects is { } effects => new LineWords($"{Quantity.Count(effects.Count, "effect")}",
                string.Join(", ", effects.Take(6).Select(each => $"{each.Id} ×{each.Applied}"))),
            _ when line.Operation is Operation.Say or Operation.Set or Operation.Start =>
                new LineWords($"ack {name}", Offset(line)),
            _ => new LineWords($"{name} done"),
        };
    }

    public static string Quoted(string? text) =>
        text is null ? "" : text.Length <= TextAtMost ? $"“{text}”" : $"“{text[..TextAtMost]}…”";

    private static LineWords Attached(AttachResult attach) => attach.Outcome switch
    {
        AttachOutcome.Opened => new LineWords("opened", string.Create(
            CultureInfo.InvariantCulture, $"generation {attach.Generation}")),
        AttachOutcome.Reset => new LineWords("reset", $"{attach.Reason ?? "no reason given"}: the context is lost"),
        _ => new LineWords("resumed", string.Create(CultureInfo.InvariantCulture,
            $"by {attach.Mode ?? "replay"} from {attach.From}, head {attach.Head}, generation {attach.Generation}")
            + (attach.Degraded == true ? ", degraded" : "")
            + (attach.ElapsedNs is { } elapsed ? $", {Quantity.Of(elapsed / 1e6)} ms" : "")),
    };

    private static string Messages(IReadOnlyList<MessageView> messages)
    {
        const int Shown = 8;
        var ids = string.Join(", ", messages.TakeLast(Shown).Select(message => message.Id));
        return messages.Count > Shown ? "… " + ids : ids;
    }

    private static string Offset(HistoryEvent line) =>
        (line.Result?.Offset is { } offset ? string.Create(CultureInfo.InvariantCulture, $"durable at offset {offset}") : "durable")
        + (line.Result?.Duplicate == true ? ", known before" : "");

    private static string Error(HistoryEvent line) =>
        line.Error is { } error ? $"{error.Code}: {error.Message}" : "";

    private static string NameOf(HistoryEvent line, HistoryEvent? begun) => begun is not null
        ? Begun(begun).What
        : line.Operation?.ToString().ToLowerInvariant() ?? "operation";

    private static string Position(OperationInput? input) => input?.Offset is { } offset
        ? string.Create(CultureInfo.InvariantCulture, $"from offset {offset}")
        : "without a position";

    private static string Place(HistoryEvent line) => line.Input?.Place is { } place ? $" at {place}" : "";
}
