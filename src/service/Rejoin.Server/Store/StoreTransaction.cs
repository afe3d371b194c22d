using Microsoft.Data.Sqlite;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The prepared statements of the writer and the rows that its open transaction has touched.</summary>
/// <remarks>Used by the writer's thread only. Rows are kept from one transaction to the next as long as no other
/// process has taken the file over, which each transaction looks up first: every process does that before it writes.
/// So what is compared with a row is compared with the database.</remarks>
internal sealed class StoreTransaction : IDisposable
{
    private const int MostRows = 16_384;

    private readonly SqliteConnection connection;
    private readonly TimeProvider time;
    private readonly Dictionary<string, SessionRow> rows = new(StringComparer.Ordinal);
    private readonly List<SessionRow> changed = [];
    private readonly List<Statement> statements = [];
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Statement selectSession;
    private readonly Statement updateSession;
    private readonly Statement selectIncarnation;
    private readonly Statement insertEvent;
    private readonly Statement insertAudit;
    private long appended;
    private long commits;
    private long events;

    public StoreTransaction(SqliteConnection connection, TimeProvider time, string incarnation)
    {
        this.connection = connection;
        this.time = time;
        Incarnation = incarnation;
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        rollback = Prepare("ROLLBACK");
        selectSession = Prepare($"SELECT {SessionRow.Columns} FROM session WHERE id = $1");
        updateSession = Prepare(
            "UPDATE session SET generation = $2, head = $3, digest = $4, trimmed = $5, trimmed_digest = $6, "
            + "alive_at = $7, detached_at = $8, place = $9 WHERE no = $1");
        selectIncarnation = Prepare("SELECT incarnation FROM server");
        insertEvent = Prepare("INSERT INTO event (session, offset, frame, digest) VALUES ($1, $2, $3, $4)");
        insertAudit = Prepare(
            "INSERT INTO audit (at, what, session, principal, generation, moved, address, agent, location) "
            + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    }

    /// <summary>Name of this process among all that ever wrote the file.</summary>
    public string Incarnation { get; }

    public StoreCounters Counters => new(Interlocked.Read(ref commits), Interlocked.Read(ref events));

    /// <summary>Now, UTC, in whole milliseconds.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Whether no other process has taken the file over.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>A statement for the writer's connection, disposed with this object.</summary>
    public Statement Prepare(string sql)
    {
        var statement = new Statement(connection, sql);
        statements.Add(statement);
        return statement;
    }

    public void Begin()
    {
        appended = 0;
        begin.Run();
        IsCurrent = (string?)selectIncarnation.Scalar() == Incarnation;
        if (!IsCurrent || rows.Count > MostRows)
        {
            rows.Clear();
        }
    }

    public void Commit()
    {
        foreach (var row in changed)
        {
            // A row that was dropped is no longer marked; its number may be another session's by now.
            if (row.Changed)
            {
                row.Changed = false;
                updateSession.Run(
                    row.No, row.Generation, row.Head, row.Digest.Bytes.ToArray(), row.Trimmed,
                    row.TrimmedDigest.Bytes.ToArray(), row.AliveAt, row.DetachedAt,
                    row.Place);
            }
        }

        changed.Clear();
        commit.Run();
        Interlocked.Increment(ref commits);
        Interlocked.Add(ref events, appended);
    }

    public void Rollback()
    {
        rows.Clear();
        changed.Clear();
        rollback.Run();
    }

    /// <summary>Row of a session; null if there is none.</summary>
    public SessionRow? Find(string session)
    {
        if (rows.TryGetValue(session, out var row))
        {
            return row;
        }

        using var reader = selectSession.Query(session);
        if (!reader.Read())
        {
            return null;
        }

        row = SessionRow.Read(reader);
        rows[session] = row;
        return row;
    }

    /// <summary>Forgets a row that the transaction has deleted.</summary>
    public void Drop(SessionRow row)
    {
        rows.Remove(row.Id);
        row.Changed = false;
    }

    /// <summary>Marks a row to be written with the commit.</summary>
    public void Change(SessionRow row)
    {
        if (!row.Changed)
        {
            row.Changed = true;
            changed.Add(row);
        }
    }

    /// <summary>Appends one event: offset, frame and digest are decided here.</summary>
    public StoredEvent Append(SessionRow row, EventData data, ReadOnlySpan<byte> serialized)
    {
        var at = Now;
        var frame = EventFrame.Build(row.Head + 1, at, serialized);
        var digest = row.Digest.Append(frame);
        insertEvent.Run(row.No, row.Head + 1, frame, digest.Bytes.ToArray());
        row.Head++;
        row.Digest = digest;
        row.AliveAt = at.ToUnixTimeMilliseconds();
        Change(row);
        appended++;
        return new StoredEvent(row.Head, frame, digest, at, data);
    }

    /// <summary>Notes who did what to which session, and from where.</summary>
    public void Audit(string session, string principal, AuditEntry entry, ClientPlace? place = null) =>
        insertAudit.Run(
            Now.ToUnixTimeMilliseconds(), entry.What, session, principal, entry.Generation,
            entry.Moved is { } moved ? (moved ? 1L : 0L) : null, place?.Address, place?.Agent, place?.Location);

    /// <summary>Notes an attach of a session, from where, and whether the one before came from elsewhere.</summary>
    public bool AuditAttach(string what, SessionRow row, ClientPlace? place)
    {
        var fingerprint = place?.Fingerprint();
        var moved = fingerprint is not null && row.Place is { } before && !fingerprint.AsSpan().SequenceEqual(before);
        row.Place = fingerprint ?? row.Place;
        Audit(row.Id, row.Principal, new AuditEntry(what, row.Generation, moved), place);
        Change(row);
        return moved;
    }

    public void Dispose()
    {
        foreach (var statement in statements)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
