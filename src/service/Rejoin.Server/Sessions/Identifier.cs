using System.Buffers.Text;
using System.Security.Cryptography;

namespace Rejoin.Server;

/// <summary>Ids that nobody can guess: a prefix and 128 random bits in base64url.</summary>
internal static class Identifier
{
    private const int RandomBytes = 16;

    public static string New(string prefix)
    {
        Span<byte> bytes = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(bytes);
        return prefix + Base64Url.EncodeToString(bytes);
    }
}
