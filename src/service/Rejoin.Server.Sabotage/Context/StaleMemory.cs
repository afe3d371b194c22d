using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>After a resume the context shows, of each key that was set more than once, the value before the
/// newest.</summary>
internal sealed class StaleMemory
{
    private readonly PerSession<Values> values = new();

    public static PlantedBug Bug { get; } = new(static () => new StaleMemory().Seams())
    {
        Id = "stale-memory",
        Check = "RJ204",
        Scenario = "agent-state",
        Wrong = "shows the value before the newest in the context after a resume",
        Defence = "the order in which values were set",
    };

    private ServerSeams Seams() => new()
    {
        Store = store => new AlteredStore(store, AppendAsync),
        Reads = reads => new AlteredReads(reads, Show),
    };

    private async Task<AppendResult> AppendAsync(AppendCommand command, Func<AppendCommand, Task<AppendResult>> next)
    {
        var result = await next(command).ConfigureAwait(false);
        if (result.Status == AppendStatus.Applied && command.Events is [ValueSet set])
        {
            values.Of(command.Session).Set(set);
        }

        return result;
    }

    private Answer Show(ReadRequest request, Answer answer)
    {
        if (!request.IsAfterResume() || answer.Context is not { } context)
        {
            return answer;
        }

        var known = values.Of(request.Connection.Session);
        return answer with
        {
            Context = context with
            {
                Memory = known.Before(ValueScope.Memory, context.Memory),
                Preferences = known.Before(ValueScope.Preference, context.Preferences),
            },
        };
    }

    private sealed class Values
    {
        private readonly Dictionary<(ValueScope, string), (JsonElement? Before, JsonElement Now)> known = [];

        public void Set(ValueSet set)
        {
            lock (known)
            {
                var key = (set.Scope, set.Key);
                known[key] = (known.TryGetValue(key, out var entry) ? entry.Now : null, set.Value);
            }
        }

        public Dictionary<string, JsonElement> Before(
            ValueScope scope, IReadOnlyDictionary<string, JsonElement> right)
        {
            lock (known)
            {
                return right.ToDictionary(
                    entry => entry.Key,
                    entry => known.TryGetValue((scope, entry.Key), out var value) && value.Before is { } before
                        ? before
                        : entry.Value);
            }
        }
    }
}
