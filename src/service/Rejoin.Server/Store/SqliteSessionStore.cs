using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Sessions in one SQLite file: WAL, full synchronisation, one writer with group commit.</summary>
internal sealed class SqliteSessionStore : ISessionStore
{
    private readonly StoreTransaction transaction;
    private readonly StoreWriter writer;
    private readonly StoreReader reader;
    private readonly AppendWrites appends;
    private readonly SessionWrites sessions;
    private bool disposed;

    private SqliteSessionStore(
        SqliteConnection connection, string path, string incarnation, bool groupCommit, int queueLimit,
        TimeProvider time, ILogger log)
    {
        transaction = new StoreTransaction(connection, time, incarnation);
        appends = new AppendWrites(transaction);
        sessions = new SessionWrites(transaction);
        reader = new StoreReader(path);
        writer = new StoreWriter(transaction, groupCommit, queueLimit, log);
    }

    /// <summary>Completes when the storage fails.</summary>
    public Task<Exception> Failed => writer.Failed.Task;

    public StoreCounters Counters => transaction.Counters;

    /// <summary>The store in a file, which is made if it is missing and from now on belongs to this process: sessions
    /// that had a connection are detached since their last sign of life.</summary>
    /// <exception cref="RejoinServerException">See <see cref="SqliteSchema.OpenWriter"/>.</exception>
    public static SqliteSessionStore Open(
        string path, bool groupCommit, int queueLimit, TimeProvider time, ILogger log)
    {
        var connection = SqliteSchema.OpenWriter(path);
        var incarnation = Identifier.New("i_");
        TakeOver(connection, incarnation, time.GetUtcNow().ToUnixTimeMilliseconds());
        return new SqliteSessionStore(connection, path, incarnation, groupCommit, queueLimit, time, log);
    }

    public Task<SessionRecord?> OpenAsync(OpenCommand command) => writer.WriteAsync(_ => sessions.Open(command));

    public Task<AttachRecord> AttachAsync(AttachCommand command) => writer.WriteAsync(_ => sessions.Attach(command));

    public Task DetachAsync(string session, long generation, DateTimeOffset since) =>
        writer.WriteAsync(_ => sessions.Detach(session, generation, since.ToUnixTimeMilliseconds()));

    public Task<AppendResult> AppendAsync(AppendCommand command)
    {
        var serialized = new byte[command.Events.Count][];
        for (var i = 0; i < serialized.Length; i++)
        {
            serialized[i] = EventFrame.SerializeData(command.Events[i]);
        }

        return writer.WriteAsync(_ => appends.Append(command, serialized));
    }

    public Task<bool> EndAsync(EndCommand command) => writer.WriteAsync(_ => sessions.End(command));

    public Task<IReadOnlyList<string>> ExpireAsync(DateTimeOffset detachedBefore, DateTimeOffset endedBefore) =>
        writer.WriteAsync(_ => sessions.Expire(detachedBefore, endedBefore));

    public async Task<StoredSession?> LoadAsync(string session)
    {
        await writer.WriteAsync(_ => sessions.TakeTurns(session)).ConfigureAwait(false);
        return await Task.Run(() => reader.Load(session, transaction.Incarnation)).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<string>> FindInterruptedAsync() =>
        Task.Run(() => reader.FindInterrupted(transaction.Incarnation));

    public Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(string session, long after, long upTo, int count) =>
        Task.Run(() => reader.ReadEvents(session, after, upTo, count));

    public Task TrimAsync(TrimCommand command) => writer.WriteAsync(_ => sessions.Trim(command));

    public Task<bool> ApplyEffectAsync(string session, TurnFence fence, EffectApplication effect) =>
        writer.WriteAsync(_ => appends.ApplyEffect(session, fence, effect));

    public Task<IReadOnlyList<Effect>> ReadEffectsAsync(string? session) => Task.Run(() => reader.ReadEffects(session));

    public Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(string session) => Task.Run(() => reader.ReadAudit(session));

    public Task StampAliveAsync() => writer.WriteAsync(_ => sessions.StampAlive());

    /// <summary>Ends the store without carrying out what waits, as a crash would.</summary>
    public async ValueTask AbandonAsync()
    {
        await writer.AbandonAsync().ConfigureAwait(false);
        await DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        await writer.DisposeAsync().ConfigureAwait(false);
        reader.Close();
        transaction.Dispose();
    }

    private static void TakeOver(SqliteConnection connection, string incarnation, long nowMs)
    {
        using var begin = new Statement(connection, "BEGIN IMMEDIATE");
        using var detach = new Statement(
            connection,
            "UPDATE session SET detached_at = max(alive_at, coalesce((SELECT alive_at FROM server), 0)) "
            + "WHERE detached_at IS NULL");
        using var stamp = new Statement(
            connection,
            "INSERT INTO server (id, incarnation, alive_at) VALUES (1, $1, $2) "
            + "ON CONFLICT (id) DO UPDATE SET incarnation = $1, alive_at = $2");
        using var commit = new Statement(connection, "COMMIT");
        begin.Run();
        detach.Run();
        stamp.Run(incarnation, nowMs);
        commit.Run();
    }
}
