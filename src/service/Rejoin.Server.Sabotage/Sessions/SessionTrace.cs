using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>What a session's client has seen and sent around its newest resume, as far as a server can tell.</summary>
/// <remarks>Guarded by a lock on it.</remarks>
internal sealed class SessionTrace
{
    private readonly HashSet<string> possiblyShown = new(StringComparer.Ordinal);
    private readonly HashSet<string> surelyShown = new(StringComparer.Ordinal);
    private (long Connection, string Read, string[] Messages)? unconfirmed;
    private long generation;
    private long readGeneration;

    /// <summary>Offset that the newest resume went on from.</summary>
    public long From { get; private set; }

    /// <summary>Newest offset at that moment.</summary>
    public long Head { get; private set; }

    /// <summary>Messages that arrived since then.</summary>
    public HashSet<string> Said { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages of which the bug doubts that the client sent them.</summary>
    public HashSet<string> Doubtful { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages in answers that were sent; a cut may have swallowed the answer.</summary>
    public IReadOnlySet<string> PossiblyShown => possiblyShown;

    /// <summary>Messages in answers after which the client went on, on the same connection.</summary>
    public IReadOnlySet<string> SurelyShown => surelyShown;

    public void Attached(Resumed verdict)
    {
        generation = verdict.Generation;
        (From, Head) = (verdict.From, verdict.Head);
        Said.Clear();
    }

    public void Arrived(ConnectionInfo connection, ClientOperation operation)
    {
        if (operation is Say && connection.Generation == generation)
        {
            Said.Add(operation.Id);
        }

        if (unconfirmed is { } answer && answer.Connection == connection.Ordinal && answer.Read != operation.Id)
        {
            surelyShown.UnionWith(answer.Messages);
            unconfirmed = null;
        }
    }

    /// <summary>Whether this is the first read of the history after the newest resume; true once per resume.</summary>
    public bool TakeFirst(ReadRequest read)
    {
        var isFirst = read.Connection.Generation == generation && generation > readGeneration;
        readGeneration = isFirst ? generation : readGeneration;
        return isFirst;
    }

    public void Shown(ReadRequest read, IEnumerable<HistoryMessage> messages)
    {
        unconfirmed = (read.Connection.Ordinal, read.Id, [.. messages.Select(message => message.Id)]);
        possiblyShown.UnionWith(unconfirmed.Value.Messages);
    }
}
