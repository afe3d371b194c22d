namespace Rejoin.Server.Sabotage;

/// <summary>What a planted bug remembers of each session.</summary>
/// <remarks>Thread-safe; the notes themselves are guarded by a lock on them. Beyond <see cref="Limit"/> sessions the
/// oldest is forgotten.</remarks>
internal sealed class PerSession<T>
    where T : class, new()
{
    /// <summary>Sessions that are remembered at once.</summary>
    public const int Limit = 4_096;

    private readonly Lock gate = new();
    private readonly Dictionary<string, T> notes = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>Notes of a session, made at the first call.</summary>
    public T Of(string session)
    {
        lock (gate)
        {
            if (!notes.TryGetValue(session, out var note))
            {
                note = new T();
                notes.Add(session, note);
                order.Enqueue(session);
                if (order.Count > Limit)
                {
                    notes.Remove(order.Dequeue());
                }
            }

            return note;
        }
    }
}
