namespace Rejoin.Checks;

/// <summary>Stand-ins for parts of a context that a line leaves out.</summary>
internal static class ContextDefaults
{
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();
}
