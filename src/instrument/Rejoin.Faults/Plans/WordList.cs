using System.Reflection;
using System.Text.Json.Serialization;

namespace Rejoin.Faults.Plans;

/// <summary>The words of an enum's members, as its JSON names give them.</summary>
internal sealed class WordList<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> _values = typeof(T)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(
            field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name,
            field => (T)field.GetValue(null)!,
            StringComparer.Ordinal);

    /// <summary>Every word, for error texts.</summary>
    public string Allowed => string.Join(", ", _values.Keys);

    /// <summary>The word of a member; the number of a value that is none.</summary>
    public string Of(T value) =>
        _values.FirstOrDefault(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key ?? value.ToString();

    /// <summary>Looks a word up.</summary>
    public bool TryGet(string word, out T value) => _values.TryGetValue(word, out value);
}
