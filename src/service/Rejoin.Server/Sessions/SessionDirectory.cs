using System.Collections.Concurrent;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The sessions in memory, loaded when somebody asks for them.</summary>
internal sealed class SessionDirectory
{
    private readonly SessionServices services;
    private readonly ConcurrentDictionary<string, Lazy<Task<LiveSession?>>> sessions = new(StringComparer.Ordinal);

    public SessionDirectory(SessionServices services)
    {
        this.services = services;
        services.Faulted = session => Drop(session.Id, CloseCode.InternalError);
    }

    /// <summary>Sessions that are in memory now.</summary>
    public IReadOnlyList<LiveSession> Loaded =>
    [
        .. sessions.Values
            .Where(entry => entry.IsValueCreated && entry.Value.IsCompletedSuccessfully)
            .Select(entry => entry.Value.Result)
            .OfType<LiveSession>(),
    ];

    /// <summary>A session that was just opened.</summary>
    public LiveSession Add(SessionRecord record)
    {
        var session = new LiveSession(services, new StoredSession(record, null, [], [], []));
        sessions[record.Id] = new Lazy<Task<LiveSession?>>(Task.FromResult<LiveSession?>(session));
        return session;
    }

    /// <summary>A session, loaded from the store if it is not in memory; null if there is none.</summary>
    /// <exception cref="CorruptLogException">Its log failed the check; it is ended and has a tombstone.</exception>
    public async Task<LiveSession?> GetAsync(string id)
    {
        var entry = sessions.GetOrAdd(id, key => new Lazy<Task<LiveSession?>>(() => LoadAsync(key)));
        try
        {
            var session = await entry.Value.ConfigureAwait(false);
            if (session is null)
            {
                Remove(id, entry);
            }

            return session;
        }
        catch
        {
            Remove(id, entry);
            throw;
        }
    }

    /// <summary>Unloads a session and ends its connection and turns.</summary>
    public void Drop(string id, int closeCode)
    {
        if (sessions.TryRemove(id, out var entry) && entry.IsValueCreated && entry.Value.IsCompletedSuccessfully)
        {
            entry.Value.Result?.Stop(closeCode);
        }
    }

    private void Remove(string id, Lazy<Task<LiveSession?>> entry) =>
        sessions.TryRemove(new KeyValuePair<string, Lazy<Task<LiveSession?>>>(id, entry));

    private async Task<LiveSession?> LoadAsync(string id)
    {
        try
        {
            if (await services.Store.LoadAsync(id).ConfigureAwait(false) is not { } stored)
            {
                return null;
            }

            var session = new LiveSession(services, stored);
            foreach (var turn in stored.Turns)
            {
                session.Run(turn);
            }

            return session;
        }
        catch (CorruptLogException error)
        {
            StoreLog.Corrupt(services.Log, error.Session, error.Offset);
            await services.Store.EndAsync(new EndCommand(id, ResetReason.Corrupt)).ConfigureAwait(false);
            throw;
        }
    }
}
