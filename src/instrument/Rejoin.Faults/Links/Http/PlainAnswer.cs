using System.Globalization;
using System.Text;
using Rejoin.Faults.Links.Wires;

namespace Rejoin.Faults.Links.Http;

/// <summary>An answer of the link itself: a status and a short text, then FIN.</summary>
internal static class PlainAnswer
{
    /// <summary>
    /// Answers, and reads on until the client closes or the bound is over, so that it gets the answer.
    /// </summary>
    public static async Task SendAsync(
        WireReader client, int status, string reason, string text, int drainMs, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes("rejoin link: " + text + "\n");
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {reason}\r\n" +
            $"Content-Type: text/plain; charset=utf-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        await client.Wire.WriteAsync((byte[])[.. Encoding.Latin1.GetBytes(head), .. body], cancellationToken)
            .ConfigureAwait(false);
        client.Wire.SendFin();
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(drainMs);
        try
        {
            do
            {
                client.Consume(client.Buffered.Length);
            }
            while (await client.FillAsync(bound.Token).ConfigureAwait(false) > 0);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return; // a client that does not close has had its time
        }
    }
}
