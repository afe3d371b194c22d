using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>After a resume the context lacks one key of the memory: the first in the order of characters.</summary>
internal static class DropMemoryKey
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Reads = reads => new AlteredReads(reads, Drop),
    })
    {
        Id = "drop-memory-key",
        Check = "RJ204",
        Scenario = "agent-state",
        Wrong = "leaves one key of the memory out of the context after a resume",
        Defence = "the fold of every value that was set",
    };

    private static Answer Drop(ReadRequest request, Answer answer) =>
        request.IsAfterResume() && answer.Context is { } context
            ? answer with { Context = context with { Memory = WithoutFirst(context.Memory) } }
            : answer;

    private static Dictionary<string, JsonElement> WithoutFirst(IReadOnlyDictionary<string, JsonElement> memory) =>
        memory.OrderBy(entry => entry.Key, StringComparer.Ordinal).Skip(1).ToDictionary();
}
