using System.Buffers.Text;

namespace Rejoin.Client;

/// <summary>The maker of operation ids: 128 random bits.</summary>
internal sealed class OperationIds(Random random)
{
    private readonly Lock gate = new();

    public string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (gate)
        {
            random.NextBytes(bytes);
        }

        return Base64Url.EncodeToString(bytes);
    }
}
