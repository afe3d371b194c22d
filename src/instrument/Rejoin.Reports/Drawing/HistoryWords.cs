using System.Globalization;
using System.Text.Json;
using Rejoin.Checks;

namespace Rejoin.Reports;

/// <summary>The words of a history's lines, as short as they stay clear.</summary>
internal sealed class HistoryWords(TrialHistory history)
{
    private const string CanaryStart = "cn-";
    private const int LongestText = 34;
    private readonly SeenMessages seen = new(history);
    private readonly bool hasEpochs = history.Events
        .SelectMany(line => new[] { line.Received?.Epoch, line.Result?.Attach?.Epoch })
        .OfType<string>().Distinct().Skip(1).Any();

    private readonly bool hasPrincipals = history.Events
        .SelectMany(line => new[] { line.Result?.Attach?.Principal, line.Result?.Context?.Principal })
        .OfType<string>().Distinct().Skip(1).Any();

    private readonly Dictionary<string, string> canaries =
        history.Header.Sessions.ToDictionary(session => session.Session, session => session.Canary);

    /// <summary>Name of an operation with what it is about.</summary>
    public string Of(HistoryEvent line)
    {
        var input = line.Input;
        var place = input?.Place is { } from ? $" from {from}" : "";
        return line.Operation switch
        {
            Operation.Resume when input?.Offset is { } offset => $"resume at {Position(input.Epoch, offset)}{place}",
            Operation.Connect or Operation.Resume => Word(line) + place,
            Operation.Say => Message("say ", line, input!.Id ?? "", input.Text!, null),
            Operation.Set => $"set {Key(input!.Scope)} {input.Key} = {Clean(line, input.Value!)}",
            Operation.Start => $"start {input!.Id} ({input.Workflow})",
            _ => Word(line),
        };
    }

    /// <summary>The result of an operation that ended ok; empty = there is nothing to say.</summary>
    public string OfResult(HistoryEvent line) => line.Result switch
    {
        { Attach: { } attach } => Attach(line, attach),
        { History: { } messages } => $"[{string.Join(", ", messages.Select(view => View(line, view)))}]",
        { Context: { } context } => Context(line, context),
        { Effects: { } effects } => $"[{string.Join(", ", effects.Select(
            effect => effect.Applied == 1 ? effect.Id : $"{effect.Id} x{effect.Applied}"))}]",
        { Offset: { } offset } => line.Result.Duplicate == true ? $"ok at {offset}, duplicate" : $"ok at {offset}",
        _ => "ok",
    };

    /// <summary>An event that was handed over.</summary>
    public string Of(HistoryEvent line, ReceivedEvent item)
    {
        var offset = item.Offset is { } at ? Position(item.Epoch, at) + " " : "";
        var what = item switch
        {
            { Kind: "delta", Text: { } text } => $"delta \"{Clean(line, text)}\"",
            { Scope: { } scope, Key: { } key } => $"{item.Kind} {Key(scope)} {key} = {Clean(line, item.Value ?? "")}",
            { Effect: { } effect } => $"{item.Kind} {effect}",
            { Workflow: { } workflow, Step: { } step } => $"{item.Kind} {workflow} step {step}",
            { Workflow: { } workflow } => $"{item.Kind} {workflow}",
            { Id: { } id, Text: { } text } => Message(item.Kind + " ", line, id, text, item.At),
            _ => item.Kind,
        };
        return offset + what + (item.Replayed ? " (replay)" : "");
    }

    private string Attach(HistoryEvent line, AttachResult attach)
    {
        var words = new List<string> { EnumWord(attach.Outcome) };
        if (attach is { Outcome: AttachOutcome.Resumed, From: { } from })
        {
            words[0] += $" from {Position(attach.Epoch, from)}";
        }

        if (attach.Reason is { } reason)
        {
            words[0] += $" '{reason}'";
        }

        words.AddRange(attach.Head is { } head ? [$"head {head}"] : []);
        words.AddRange(attach.Generation is { } generation ? [$"generation {generation}"] : []);
        words.AddRange(attach.SnapshotOffset is { } snapshot ? [$"snapshot up to {snapshot}"] : []);
        words.AddRange(hasPrincipals && attach.Principal is { } principal ? [$"as {principal}"] : []);
        if (attach.SnapshotHistory is { } messages)
        {
            words.Add($"[{string.Join(", ", messages.Select(view => View(line, view)))}]");
        }

        return string.Join(", ", words);
    }

    private string Context(HistoryEvent line, ContextView context)
    {
        var words = new List<string>();
        words.AddRange(hasPrincipals && context.Principal is { } principal ? [$"of {principal}"] : []);
        words.AddRange(context.Memory.Select(pair => $"memory {pair.Key} = {Clean(line, pair.Value)}"));
        words.AddRange(context.Preferences.Select(pair => $"preference {pair.Key} = {Clean(line, pair.Value)}"));
        words.AddRange(context.Workflows.Select(view => string.Create(CultureInfo.InvariantCulture,
            $"{view.Id} {view.CompletedSteps} of {view.Steps.Count} steps{(view.Completed ? ", completed" : "")}")));
        return words.Count == 0 ? "empty" : string.Join(", ", words);
    }

    private string View(HistoryEvent line, MessageView view) => Message("", line, view.Id, view.Text, view.At);

    private string Message(string what, HistoryEvent line, string id, string text, string? at)
    {
        var shown = seen.HasTexts(line.Session, id) || text.Replace(Canary(line), "", StringComparison.Ordinal)
            .Contains(CanaryStart, StringComparison.Ordinal) ? $" \"{Clean(line, text)}\"" : "";
        return what + id + shown + (at is not null && seen.HasTimes(line.Session, id) ? $" at {Time(at)}" : "");
    }

    private string Clean(HistoryEvent line, string text)
    {
        var own = Canary(line);
        var clean = text.Replace(" " + own, "", StringComparison.Ordinal).Replace(own, "", StringComparison.Ordinal);
        clean = VisibleText.Of(clean).Trim();
        return clean.Length <= LongestText ? clean : clean[..(LongestText - 2)] + "..";
    }

    private string Canary(HistoryEvent line) =>
        line.Session is { } session && canaries.TryGetValue(session, out var canary) ? canary : "\0";

    private string Position(string? epoch, long offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(hasEpochs && epoch is not null ? $"{epoch}:" : "")}{offset}");

    private static string Time(string at) => at.Length > 19 && at[10] == 'T' ? at[11..].TrimEnd('Z') : at;

    private static string Key(string? scope) => scope ?? "";

    private static string Word(HistoryEvent line) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(line.Operation!.Value.ToString());

    private static string EnumWord(AttachOutcome outcome) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());
}
