using System.Security.Cryptography;
using System.Text;

namespace Rejoin.Client;

/// <summary>The source of access tokens, with the memory of the one that the server refused: it is not presented
/// again.</summary>
internal sealed class TokenKeeper(Func<CancellationToken, ValueTask<string>> source)
{
    private const int MostRefusedInRow = 2;
    private readonly Lock gate = new();
    private byte[]? last;
    private byte[]? refused;
    private int refusedInRow;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        var token = await source(cancellationToken).ConfigureAwait(false);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(token ?? string.Empty));
        lock (gate)
        {
            last = digest;
            if (refused is not null && CryptographicOperations.FixedTimeEquals(refused, digest))
            {
                throw new RejoinClientException(Errors.Of(
                    ClientFailure.Unauthorized,
                    ClientStage.Local,
                    "The application's source of access tokens gave the token that the server refused. "
                    + "Get a new one."));
            }
        }

        return token!;
    }

    /// <summary>Notes that the server refused the last token.</summary>
    /// <returns>Whether another token may be tried.</returns>
    public bool Refused(ClientError error)
    {
        lock (gate)
        {
            refused = last;
            return (error.CloseCode ?? error.HttpStatus) is not null && ++refusedInRow < MostRefusedInRow;
        }
    }

    public void Accepted()
    {
        lock (gate)
        {
            refused = null;
            refusedInRow = 0;
        }
    }
}
