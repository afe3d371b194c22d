using System.Globalization;
using System.Text.RegularExpressions;
using Rejoin.Checks;

namespace Rejoin.Reports;

/// <summary>Operations of a history in words: their beginning and their end.</summary>
internal static partial class OperationWords
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
                $"{context.Memory.Count} in memory, {context.Preferences.Count} preferences") + Workflows(context)),
            _ when line.Result?.Effects is { } effects => new LineWords($"{Quantity.Count(effects.Count, "effect")}",
                string.Join(", ", effects.Take(6).Select(each => $"{each.Id} ×{each.Applied}"))),
            _ when line.Operation is Operation.Say or Operation.Set or Operation.Start =>
                new LineWords($"ack {begun?.Input?.Id ?? begun?.Input?.Key}".TrimEnd(), Offset(line)),
            _ => new LineWords($"{name} done"),
        };
    }

    /// <summary>A text as it was sent, without the canary that tells whose it is, cut where it is long.</summary>
    public static string Quoted(string? text)
    {
        var shown = text is null ? "" : Canary().Replace(text, "").Trim();
        return shown.Length == 0 ? "" : shown.Length <= TextAtMost ? $"“{shown}”" : $"“{shown[..TextAtMost]}…”";
    }

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

    private static string Workflows(ContextView context) => string.Concat(context.Workflows.Take(4).Select(
        each => string.Create(CultureInfo.InvariantCulture, $", {each.Id} after step {each.CompletedSteps}")));

    private static string Messages(IReadOnlyList<MessageView> messages)
    {
        const int Shown = 8;
        var ids = string.Join(", ", messages.TakeLast(Shown).Select(message => message.Id));
        return messages.Count > Shown ? "… " + ids : ids;
    }

    private static string Offset(HistoryEvent line) =>
        "durable"
        + (line.Result?.Offset is { } offset ? string.Create(CultureInfo.InvariantCulture, $" at offset {offset}") : "")
        + (line.Result?.Duplicate == true ? ", known before" : "");

    private static string Error(HistoryEvent line) =>
        line.Error is { } error ? $"{error.Code}: {error.Message}" : "";

    private static string NameOf(HistoryEvent line, HistoryEvent? begun) => begun is not null
        ? Begun(begun).What
        : line.Operation?.ToString().ToLowerInvariant() ?? "operation";

    private static string Position(OperationInput? input) => input?.Offset is { } offset
        ? string.Create(CultureInfo.InvariantCulture, $"from offset {offset}")
        : "without a position";

    [GeneratedRegex("cn-[0-9a-f]{16} ?")]
    private static partial Regex Canary();

    private static string Place(HistoryEvent line) => line.Input?.Place is { } place ? $" at {place}" : "";
}
