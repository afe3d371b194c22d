using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>What a session's client has seen and sent around its newest resume, as far as a server can tell.</summary>
/// <remarks>Guarded by a lock on it.</remarks>
internal sealed class SessionTrace
{
    private readonly HashSet<string> possiblyShown = new(StringComparer.Ordinal);
    private readonly HashSet<string> surelyShown = new(StringComparer.Ordinal);
    private (long Connection, string Read, string[] Messages)? unconfirmed;
    private long readGeneration;

    /// <summary>Generation of the newest resume; 0 = none yet.</summary>
    public long Generation { get; private set; }

    /// <summary>Offset that the newest resume went on from.</summary>
    public long From { get; private set; }

    /// <summary>Offset that the first resume went on from after which no read came yet.</summary>
    public long UnreadFrom { get; private set; }

    /// <summary>Newest offset at the newest resume.</summary>
    public long Head { get; private set; }

    /// <summary>Messages that arrived since the first resume after which no read came yet.</summary>
    public HashSet<string> Said { get; } = new(StringComparer.Ordinal);

    /// <summary>Offset up to which the bug has lost the session's content; 0 = nothing is lost.</summary>
    public long LostUpTo { get; set; }

    /// <summary>Messages of which the bug doubts that the client sent them.</summary>
    public HashSet<string> Doubtful { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages in answers that were sent; a cut may have swallowed the answer.</summary>
    public IReadOnlySet<string> PossiblyShown => possiblyShown;

    /// <summary>Messages in answers after which the client went on, on the same connection.</summary>
    public IReadOnlySet<string> SurelyShown => surelyShown;

    public void Attached(Resumed verdict)
    {
        if (readGeneration == Generation)
        {
            UnreadFrom = verdict.From;
            Said.Clear();
        }

        (Generation, From, Head) = (verdict.Generation, verdict.From, verdict.Head);
    }

    public void Arrived(ConnectionInfo connection, ClientOperation operation)
    {
        if (operation is Say && connection.Generation == Generation)
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
        var isFirst = read.Connection.Generation == Generation && Generation > readGeneration;
        readGeneration = isFirst ? Generation : readGeneration;
        return isFirst;
    }

    public void Shown(ReadRequest read, IEnumerable<HistoryMessage> messages)
    {
        unconfirmed = (read.Connection.Ordinal, read.Id, [.. messages.Select(message => message.Id)]);
        possiblyShown.UnionWith(unconfirmed.Value.Messages);
    }
}
