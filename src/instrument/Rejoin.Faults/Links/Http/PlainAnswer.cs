using System.Globalization;
using System.Text;
using Rejoin.Faults.Links.Wires;

namespace Rejoin.Faults.Links.Http;

/// <summary>An answer of the link itself: a status and a short text, then FIN.</summary>
internal sealed record PlainAnswer(int Status, string Reason, string Text)
{
    /// <summary>Its <c>Retry-After</c> in seconds; null for none.</summary>
    public int? RetryAfterS { get; init; }

    /// <summary>The usual reason phrase; empty when there is none. Source: RFC 9110 §15.</summary>
    public static string ReasonOf(int status) => status switch
    {
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        426 => "Upgrade Required",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "",
    };

    /// <summary>
    /// Answers, and reads on until the client closes or the bound is over, so that it gets the answer.
    /// </summary>
    public static async Task SendAsync(
        WireReader client, PlainAnswer answer, int drainMs, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes("rejoin link: " + answer.Text + "\n");
        var retry = answer.RetryAfterS is { } seconds
            ? string.Create(CultureInfo.InvariantCulture, $"Retry-After: {seconds}\r\n")
            : "";
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} {answer.Reason}\r\n" +
            $"Content-Type: text/plain; charset=utf-8\r\nContent-Length: {body.Length}\r\n{retry}" +
            $"Connection: close\r\n\r\n");
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
