using Rejoin.Checks;

namespace Rejoin.Reports;

/// <summary>What a history shows of each message in more than one way: only that is drawn.</summary>
internal sealed class SeenMessages
{
    private readonly Dictionary<(string? Session, string Id), HashSet<string>> texts = [];
    private readonly Dictionary<(string? Session, string Id), HashSet<string>> times = [];

    public SeenMessages(TrialHistory history)
    {
        var pieces = new Dictionary<string, string>();
        foreach (var line in history.Events)
        {
            See(line, line.Input?.Id, line.Input?.Text, null);
            foreach (var view in Views(line))
            {
                See(line, view.Id, view.Text, view.At);
            }

            if (line.Received is not { } item)
            {
                continue;
            }

            if (item is { Kind: "delta", Turn: { } turn })
            {
                pieces[turn] = pieces.GetValueOrDefault(turn) + item.Text;
            }
            else if (item.Id is not null && item.Text is not null)
            {
                See(line, item.Id, item.Text, item.At);
                See(line, item.Id, item.Turn is { } reply ? pieces.GetValueOrDefault(reply) : null, null);
            }
        }
    }

    /// <summary>Whether the message was seen with different texts.</summary>
    public bool HasTexts(string? session, string id) =>
        texts.TryGetValue((session, id), out var seen) && seen.Count > 1;

    /// <summary>Whether the message was seen with different times.</summary>
    public bool HasTimes(string? session, string id) =>
        times.TryGetValue((session, id), out var seen) && seen.Count > 1;

    private static IEnumerable<MessageView> Views(HistoryEvent line) =>
        (line.Result?.History ?? []).Concat(line.Result?.Attach?.SnapshotHistory ?? []);

    private void See(HistoryEvent line, string? id, string? text, string? at)
    {
        if (id is null)
        {
            return;
        }

        Add(texts, (line.Session, id), text);
        Add(times, (line.Session, id), at);
    }

    private static void Add(
        Dictionary<(string? Session, string Id), HashSet<string>> seen, (string? Session, string Id) id, string? value)
    {
        if (value is not null)
        {
            (seen.TryGetValue(id, out var values) ? values : seen[id] = []).Add(value);
        }
    }
}
