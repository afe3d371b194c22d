using System.Reflection;
using System.Text.Json.Serialization;

namespace Rejoin.Checks;

/// <summary>The words of an enum's members, as files write them.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly (string Word, T Value)[] All =
    [
        .. typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (
            field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name, (T)field.GetValue(null)!)),
    ];

    public static string Allowed { get; } = string.Join(", ", All.Select(pair => pair.Word));

    public static string Of(T value) => All.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;

    public static bool TryParse(string word, out T value)
    {
        foreach (var pair in All)
        {
            if (pair.Word == word)
            {
                value = pair.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
