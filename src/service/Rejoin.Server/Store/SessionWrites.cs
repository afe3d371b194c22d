using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The life of sessions: open, attach, detach, take-over, trim, end; inside the writer's
/// transaction.</summary>
internal sealed class SessionWrites(StoreTransaction transaction)
{
    private static readonly string[] ContentTables =
        ["event", "operation", "turn", "effect", "effect_key", "snapshot"];

    private readonly Statement countSessions = transaction.Prepare(
        "SELECT count(*) FROM session WHERE principal = $1");

    private readonly Statement insertSession = transaction.Prepare(
        "INSERT INTO session (id, principal, epoch, generation, head, digest, trimmed, trimmed_digest, alive_at) "
        + "VALUES ($1, $2, $3, 1, 0, $4, 0, $4, $5)");

    private readonly Statement selectTombstone = transaction.Prepare(
        "SELECT reason FROM tombstone WHERE id = $1 AND principal = $2");

    private readonly Statement insertTombstone = transaction.Prepare(
        "INSERT OR REPLACE INTO tombstone (id, principal, reason, at) VALUES ($1, $2, $3, $4)");

    private readonly Statement deleteSession = transaction.Prepare("DELETE FROM session WHERE no = $1");

    private readonly Statement[] deleteContent =
        [.. ContentTables.Select(table => transaction.Prepare($"DELETE FROM {table} WHERE session = $1"))];

    private readonly Statement selectExpired = transaction.Prepare(
        "SELECT id FROM session WHERE detached_at < $1");

    private readonly Statement deleteTombstones = transaction.Prepare("DELETE FROM tombstone WHERE at < $1");

    private readonly Statement deleteAudit = transaction.Prepare("DELETE FROM audit WHERE at < $1");

    private readonly Statement selectForeignTurns = transaction.Prepare(
        "SELECT id, attempt FROM turn WHERE session = $1 AND owner <> $2 ORDER BY begun");

    private readonly Statement takeTurn = transaction.Prepare(
        "UPDATE turn SET owner = $3, attempt = attempt + 1 WHERE session = $1 AND id = $2");

    private readonly Statement insertSnapshot = transaction.Prepare(
        "INSERT OR REPLACE INTO snapshot (session, content) VALUES ($1, $2)");

    private readonly Statement selectDigest = transaction.Prepare(
        "SELECT digest FROM event WHERE session = $1 AND offset = $2");

    private readonly Statement deleteEvents = transaction.Prepare(
        "DELETE FROM event WHERE session = $1 AND offset <= $2");

    private readonly Statement stampAlive = transaction.Prepare("UPDATE server SET alive_at = $1");

    private long NowMs => transaction.Now.ToUnixTimeMilliseconds();

    public SessionRecord? Open(OpenCommand command)
    {
        if ((long)countSessions.Scalar(command.Principal)! >= command.MaxSessions)
        {
            return null;
        }

        insertSession.Run(
            command.Session, command.Principal, command.Epoch, LogDigest.Empty.Bytes.ToArray(), NowMs);
        var row = transaction.Find(command.Session)!;
        transaction.AuditAttach("opened", row, command.Place);
        return row.ToRecord();
    }

    /// <remarks>A session of somebody else costs the same as none: both look for a tombstone of the caller and
    /// leave a line in the audit.</remarks>
    public AttachRecord Attach(AttachCommand command)
    {
        var row = transaction.Find(command.Session);
        var reason = selectTombstone.Scalar(command.Session, command.Principal);
        if (row is null || row.Principal != command.Principal)
        {
            transaction.Audit(
                command.Session, command.Principal, new AuditEntry("attach_refused", null, null), command.Place);
            return new AttachRecord { Reason = reason is long stored ? (ResetReason)stored : ResetReason.Unknown };
        }

        var now = NowMs;
        var absence = TimeSpan.FromMilliseconds(Math.Max(0, now - (row.DetachedAt ?? now)));
        row.Generation++;
        row.AliveAt = now;
        row.DetachedAt = null;
        var moved = transaction.AuditAttach("attached", row, command.Place);
        return new AttachRecord { Session = row.ToRecord(), Absence = absence, Moved = moved };
    }

    public bool Detach(string session, long generation, long sinceMs)
    {
        if (transaction.Find(session) is not { } row || row.Generation != generation || row.DetachedAt is not null)
        {
            return false;
        }

        row.DetachedAt = sinceMs;
        transaction.Change(row);
        return true;
    }

    public bool End(EndCommand command)
    {
        if (transaction.Find(command.Session) is not { } row
            || (command.Generation is { } generation && generation != row.Generation))
        {
            return false;
        }

        End(row, command.Reason);
        return true;
    }

    public IReadOnlyList<string> Expire(DateTimeOffset detachedBefore, DateTimeOffset endedBefore)
    {
        var expired = new List<string>();
        using (var reader = selectExpired.Query(detachedBefore.ToUnixTimeMilliseconds()))
        {
            while (reader.Read())
            {
                expired.Add(reader.GetString(0));
            }
        }

        // The index knows the rows as they were before this transaction; the row decides.
        expired.RemoveAll(id => transaction.Find(id) is not { DetachedAt: { } at }
            || at >= detachedBefore.ToUnixTimeMilliseconds());
        foreach (var id in expired)
        {
            End(transaction.Find(id)!, ResetReason.Expired);
        }

        deleteTombstones.Run(endedBefore.ToUnixTimeMilliseconds());
        deleteAudit.Run(endedBefore.ToUnixTimeMilliseconds());
        return expired;
    }

    /// <summary>Takes over the unfinished turns of an earlier process: each gets <c>turn_interrupted</c> and a new
    /// attempt.</summary>
    public bool TakeTurns(string session)
    {
        if (transaction.Find(session) is not { } row || !transaction.IsCurrent)
        {
            return false;
        }

        var turns = new List<TurnInterrupted>();
        using (var reader = selectForeignTurns.Query(row.No, transaction.Incarnation))
        {
            while (reader.Read())
            {
                turns.Add(new TurnInterrupted { Turn = reader.GetString(0), Attempt = reader.GetInt32(1) });
            }
        }

        var aliveAt = row.AliveAt;
        foreach (var turn in turns)
        {
            transaction.Append(row, turn, EventFrame.SerializeData(turn));
            takeTurn.Run(row.No, turn.Turn, transaction.Incarnation);
        }

        row.AliveAt = aliveAt;
        return true;
    }

    public bool Trim(TrimCommand command)
    {
        if (transaction.Find(command.Session) is not { } row || command.UpTo <= row.Trimmed)
        {
            return false;
        }

        var digest = (byte[])selectDigest.Scalar(row.No, command.UpTo)!;
        var content = new SnapshotContent(command.Snapshot, command.Workflows);
        insertSnapshot.Run(row.No, JsonSerializer.SerializeToUtf8Bytes(content, StoreJson.Default.SnapshotContent));
        deleteEvents.Run(row.No, command.UpTo);
        row.Trimmed = command.UpTo;
        row.TrimmedDigest = LogDigest.FromBytes(digest);
        transaction.Change(row);
        return true;
    }

    public bool StampAlive() => stampAlive.Run(NowMs) > 0;

    private void End(SessionRow row, ResetReason reason)
    {
        foreach (var statement in deleteContent)
        {
            statement.Run(row.No);
        }

        deleteSession.Run(row.No);
        insertTombstone.Run(row.Id, row.Principal, (long)reason, NowMs);
        var what = reason == ResetReason.Corrupt ? "corrupt" : "ended";
        transaction.Audit(row.Id, row.Principal, new AuditEntry(what, null, null));
        transaction.Drop(row);
    }
}
