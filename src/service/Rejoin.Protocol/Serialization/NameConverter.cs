using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>The JSON form of a closed list of names: exactly the names, no numbers.</summary>
/// <typeparam name="TEnum">List.</typeparam>
/// <remarks>Source: protocol.md, "Transport and encoding".</remarks>
public sealed class NameConverter<TEnum>() : JsonStringEnumConverter<TEnum>(null, allowIntegerValues: false)
    where TEnum : struct, Enum;
