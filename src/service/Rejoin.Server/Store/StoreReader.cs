using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Reads beside the writer: each on a read-only connection of a pool, in one transaction.</summary>
internal sealed class StoreReader(string path)
{
    private readonly string connectionText = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadOnly,
    }.ToString();

    /// <summary>Everything of one session after its log was checked; null if there is none.</summary>
    /// <exception cref="CorruptLogException">The log fails its check.</exception>
    public StoredSession? Load(string session, string incarnation)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        if (FindSession(connection, session) is not { } row)
        {
            return null;
        }

        var events = ReadEvents(connection, row.No, row.Trimmed, row.Head, int.MaxValue);
        LogCheck.Verify(row, events);
        var snapshot = ReadSnapshot(connection, row);
        return new StoredSession(
            row.ToRecord(),
            snapshot?.Snapshot,
            snapshot?.Workflows ?? [],
            events,
            ReadTurns(connection, row.No, incarnation));
    }

    public IReadOnlyList<StoredEvent> ReadEvents(string session, long after, long upTo, int count)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return FindSession(connection, session) is { } row
            ? ReadEvents(connection, row.No, after, upTo, count)
            : [];
    }

    public IReadOnlyList<string> FindInterrupted(string incarnation)
    {
        using var connection = Open();
        using var query = new Statement(
            connection,
            "SELECT DISTINCT session.id FROM turn JOIN session ON session.no = turn.session WHERE turn.owner <> $1");
        using var reader = query.Query(incarnation);
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    public IReadOnlyList<Effect> ReadEffects(string? session)
    {
        using var connection = Open();
        using var query = new Statement(
            connection,
            "SELECT effect.id, workflow, step, tool, applied FROM effect JOIN session ON session.no = effect.session "
            + "WHERE $1 IS NULL OR session.id = $1 ORDER BY effect.no");
        using var reader = query.Query(session);
        var effects = new List<Effect>();
        while (reader.Read())
        {
            effects.Add(new Effect
            {
                Id = reader.GetString(0),
                Workflow = reader.GetString(1),
                Step = reader.GetInt32(2),
                Tool = reader.GetString(3),
                Applied = reader.GetInt64(4),
            });
        }

        return effects;
    }

    /// <remarks>The table has no index by session: an attach would pay for it, and this is read rarely.</remarks>
    public IReadOnlyList<AuditEntry> ReadAudit(string session)
    {
        using var connection = Open();
        using var query = new Statement(
            connection, "SELECT what, generation, moved FROM audit WHERE session = $1 ORDER BY no");
        using var reader = query.Query(session);
        var entries = new List<AuditEntry>();
        while (reader.Read())
        {
            entries.Add(new AuditEntry(
                reader.GetString(0),
                reader.IsDBNull(1) ? null : reader.GetInt64(1),
                reader.IsDBNull(2) ? null : reader.GetInt64(2) != 0));
        }

        return entries;
    }

    /// <summary>Closes the pooled connections.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(connectionText);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionText);
        connection.Open();
        return connection;
    }

    private static SessionRow? FindSession(SqliteConnection connection, string session)
    {
        using var query = new Statement(connection, $"SELECT {SessionRow.Columns} FROM session WHERE id = $1");
        using var reader = query.Query(session);
        return reader.Read() ? SessionRow.Read(reader) : null;
    }

    private static List<StoredEvent> ReadEvents(
        SqliteConnection connection, long no, long after, long upTo, int count)
    {
        using var query = new Statement(
            connection,
            "SELECT offset, frame, digest FROM event WHERE session = $1 AND offset > $2 AND offset <= $3 "
            + "ORDER BY offset LIMIT $4");
        using var reader = query.Query(no, after, upTo, count);
        var events = new List<StoredEvent>();
        while (reader.Read())
        {
            var frame = reader.GetFieldValue<byte[]>(1);
            var content = EventFrame.Read(frame);
            events.Add(new StoredEvent(
                reader.GetInt64(0),
                frame,
                LogDigest.FromBytes(reader.GetFieldValue<byte[]>(2)),
                content?.At ?? default,
                content?.Data!));
        }

        return events;
    }

    private static SnapshotContent? ReadSnapshot(SqliteConnection connection, SessionRow row)
    {
        if (row.Trimmed == 0)
        {
            return null;
        }

        using var query = new Statement(connection, "SELECT content FROM snapshot WHERE session = $1");
        if (query.Scalar(row.No) is byte[] content)
        {
            try
            {
                return JsonSerializer.Deserialize(content, StoreJson.Default.SnapshotContent);
            }
            catch (JsonException)
            {
                throw new CorruptLogException(row.Id, row.Trimmed);
            }
        }

        throw new CorruptLogException(row.Id, row.Trimmed);
    }

    private static List<StoredTurn> ReadTurns(SqliteConnection connection, long no, string incarnation)
    {
        using var query = new Statement(
            connection, "SELECT id, kind, attempt FROM turn WHERE session = $1 AND owner = $2 ORDER BY begun");
        using var reader = query.Query(no, incarnation);
        var turns = new List<StoredTurn>();
        while (reader.Read())
        {
            turns.Add(new StoredTurn(reader.GetString(0), (TurnKind)reader.GetInt32(1), reader.GetInt32(2)));
        }

        return turns;
    }
}
