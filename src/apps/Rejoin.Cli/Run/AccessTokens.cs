using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>Access tokens from the environment or a command, one per principal.</summary>
/// <remarks>No message of this class holds a token.</remarks>
internal static class AccessTokens
{
    /// <summary>Environment variable with the tokens.</summary>
    public const string Variable = "REJOIN_TOKEN";

    private const int LongestToken = 16_384;
    private const int MostTokens = 64;

    /// <summary>The tokens; empty if there are none.</summary>
    /// <param name="command">Value of <c>--token-command</c>; null = look into the environment.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RejoinException">The command fails, or something is no token.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(string? command, CancellationToken cancellation)
    {
        string[] tokens = command is null
            ? (Environment.GetEnvironmentVariable(Variable) ?? string.Empty)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : [await TokenCommand.RunAsync(command, 1, cancellation),
                await TokenCommand.RunAsync(command, 2, cancellation)];
        var source = command is null ? Variable : "--token-command";
        if (tokens.Length > MostTokens)
        {
            throw new RejoinException(
                $"{source} holds {tokens.Length} tokens; allowed: at most {MostTokens}.", "Give one per principal.");
        }

        for (var number = 0; number < tokens.Length; number++)
        {
            if (tokens[number].Length > LongestToken || !tokens[number].All(IsTokenCharacter))
            {
                throw new RejoinException(
                    $"Token {number + 1} of {source} is no access token: it is longer than {LongestToken} characters "
                    + "or holds characters that a bearer token cannot have (RFC 6750 §2.1).",
                    "Give the bare token, without quotes and without 'Bearer'.");
            }
        }

        return [.. tokens.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsTokenCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~' or '+' or '/' or '=';
}
