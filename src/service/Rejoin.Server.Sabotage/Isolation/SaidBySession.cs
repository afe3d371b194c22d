using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>The first message of every session, in the order of principals' names and of the sessions' first
/// words.</summary>
/// <remarks>Thread-safe. Takes no more sessions beyond <see cref="Limit"/>.</remarks>
internal sealed class SaidBySession
{
    /// <summary>Sessions that are remembered.</summary>
    public const int Limit = 4_096;

    private readonly Lock gate = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<(string Session, Say Said)>> byPrincipal =
        new(StringComparer.Ordinal);

    public void Hear(OperationRequest request)
    {
        lock (gate)
        {
            if (request.Operation is Say said && known.Count < Limit && known.Add(request.Connection.Session))
            {
                if (!byPrincipal.TryGetValue(request.Connection.Principal, out var sessions))
                {
                    byPrincipal.Add(request.Connection.Principal, sessions = []);
                }

                sessions.Add((request.Connection.Session, said));
            }
        }
    }

    /// <summary>First message of the principal's oldest other session; null if there is none.</summary>
    public Say? OfAnotherSession(ConnectionInfo reader)
    {
        lock (gate)
        {
            return byPrincipal.TryGetValue(reader.Principal, out var sessions)
                ? sessions.Find(entry => entry.Session != reader.Session).Said
                : null;
        }
    }

    /// <summary>First message of the principal whose name comes next, else of the first one; null if there is none
    /// but the reader's.</summary>
    public Say? OfAnotherPrincipal(ConnectionInfo reader)
    {
        lock (gate)
        {
            return byPrincipal
                .Where(entry => entry.Key != reader.Principal)
                .OrderBy(entry => string.CompareOrdinal(entry.Key, reader.Principal) < 0)
                .Select(entry => entry.Value[0].Said)
                .FirstOrDefault();
        }
    }
}
