using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Rejoin.Server;

/// <summary>The content of an operation in a form that does not depend on how it was written down.</summary>
internal static class OperationContent
{
    /// <summary>JSON without white space and with one way of escaping; null if it holds text that is no
    /// Unicode.</summary>
    public static string? Canonical(JsonElement value)
    {
        try
        {
            return Encoding.UTF8.GetString(
                JsonSerializer.SerializeToUtf8Bytes(value, OperationJson.Default.JsonElement));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or JsonException)
        {
            return null;
        }
    }

    /// <summary>SHA-256 over the parts, each after its length.</summary>
    public static byte[] Hash(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
