using System.Net.Sockets;
using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>The wait for a service to be ready: a line, an answer to a request, or a port that takes
/// connections.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public static async Task UntilAsync(
        ContractReady ready, Uri endpoint, int port, ServiceOutput output, TimeProvider time,
        CancellationToken cancellation)
    {
        if (ready.Line is not null)
        {
            await output.Found.WaitAsync(cancellation).ConfigureAwait(false);
            return;
        }

        using var http = new HttpClient();
        while (!await AnswersAsync(ready, endpoint, port, http, cancellation).ConfigureAwait(false))
        {
            await Task.Delay(Step, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>What is waited for, for messages.</summary>
    public static string Awaited(ContractReady ready) => ready switch
    {
        { Line: { } line } => $"no line of its output held '{line}'",
        { Http: { } http } => $"'{http}' was not answered with a status of 200 to 299",
        _ => "its port took no connection",
    };

    private static async Task<bool> AnswersAsync(
        ContractReady ready, Uri endpoint, int port, HttpClient http, CancellationToken cancellation)
    {
        try
        {
            if (ready.Http is { } address)
            {
                using var answer = await http.GetAsync(new Uri(CommandInstance.AtPort(address, port)), cancellation)
                    .ConfigureAwait(false);
                return answer.IsSuccessStatusCode;
            }

            using var client = new TcpClient();
            await client.ConnectAsync(endpoint.DnsSafeHost, endpoint.Port, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (error is HttpRequestException or SocketException)
        {
            return false;
        }
    }
}
