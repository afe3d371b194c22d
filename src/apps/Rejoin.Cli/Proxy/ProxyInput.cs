using System.Net;
using Rejoin.Faults.Plans;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The texts that the command line and the API give, read. Addresses may carry secrets and are not
/// repeated.</summary>
internal static class ProxyInput
{
    /// <summary>An endpoint such as <c>127.0.0.1:9000</c>, <c>9000</c> or <c>[::1]:0</c>.</summary>
    /// <exception cref="RejoinException">It is none.</exception>
    public static IPEndPoint Listen(string? text)
    {
        text ??= "127.0.0.1:0";
        var whole = text.All(char.IsAsciiDigit) ? "127.0.0.1:" + text : text;
        whole = whole.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" + whole[9..] : whole;
        return whole.LastIndexOf(':') > whole.LastIndexOf(']') && IPEndPoint.TryParse(whole, out var endPoint)
            ? endPoint
            : throw new RejoinException(
                $"--listen is '{text}', which is no address with a port.",
                "Give ADDRESS:PORT, such as 127.0.0.1:9000, or a port; port 0 is a free one.");
    }

    /// <summary>The address of a service.</summary>
    /// <exception cref="RejoinException">It is none.</exception>
    public static Uri Upstream(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "ws" or "wss" && uri.UserInfo.Length == 0
            ? uri
            : throw new RejoinException(
                "The upstream is no ws:// or wss:// address without user and password.",
                "Give the address of the service, such as ws://127.0.0.1:5000/ws.");

    /// <summary>A plan from a file; none without one.</summary>
    /// <exception cref="RejoinException">It cannot be read, or is not valid.</exception>
    public static FaultPlan Plan(string? path)
    {
        if (path is null)
        {
            return FaultPlan.None;
        }

        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > FaultPlan.MaximumBytes })
            {
                throw new RejoinException(
                    $"'{path}' is longer than {FaultPlan.MaximumBytes} bytes.", "Is it the right file?");
            }

            return FaultPlan.FromUtf8(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RejoinException($"The plan '{path}' cannot be read: {error.Message}", "Check --plan.");
        }
        catch (FaultPlanException error)
        {
            throw new RejoinException(
                $"The plan '{path}' is not valid:\n" + string.Join('\n', error.Errors),
                "The format is in docs/reference/faults.md.");
        }
    }
}
