using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The value of <c>--target</c>.</summary>
internal static class TargetName
{
    /// <summary>The reference service as a child process.</summary>
    public const string Embedded = "embedded";

    private static readonly string[] SecretNames =
        ["token", "access_token", "jwt", "auth", "authorization", "key", "api_key", "apikey", "secret", "password"];

    /// <summary>Address of a service that is running; null for the embedded one.</summary>
    /// <exception cref="RejoinException">It is neither, or it carries a secret.</exception>
    public static Uri? AddressOf(string target)
    {
        if (target == Embedded)
        {
            return null;
        }

        if (!Uri.TryCreate(target, UriKind.Absolute, out var address) || address.Scheme is not ("ws" or "wss")
            || address.Host.Length == 0)
        {
            throw new RejoinException(
                $"--target is '{Shown(target)}'; allowed: embedded, ws://HOST:PORT/PATH, wss://HOST/PATH.",
                "Leave it out to run against the embedded reference service.");
        }

        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0 || HasSecret(address))
        {
            throw new RejoinException(
                $"--target has a secret or a fragment in its address ('{address.Host}').",
                "Put access tokens into the environment variable REJOIN_TOKEN or give --token-command.");
        }

        return address;
    }

    private static bool HasSecret(Uri address) => address.Query.TrimStart('?').Split('&')
        .Any(pair => SecretNames.Contains(pair.Split('=')[0], StringComparer.OrdinalIgnoreCase));

    // What is no address can still hold a password: nothing before an '@', nothing after a '?'.
    private static string Shown(string target)
    {
        var shown = target.Split('?')[0];
        return shown.Contains('@', StringComparison.Ordinal) ? "…" + shown[shown.LastIndexOf('@')..] : shown;
    }
}
