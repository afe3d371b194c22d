using System.Net.WebSockets;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The way from nothing to an open WebSocket: dial, TLS, upgrade, each with its own limit and
/// failure.</summary>
internal static class Opener
{
    /// <exception cref="RejoinClientException">Not open; nothing is left open.</exception>
    /// <exception cref="OperationCanceledException">Cancelled from outside; nothing is left open.</exception>
    public static async Task<(WebSocket Socket, ObservedStream Stream)> OpenAsync(
        RejoinSessionOptions options, string token, SessionCursor? cursor, AttachClock clock,
        CancellationToken cancellationToken)
    {
        var stream = await Limit.RunAsync(
            inner => ConnectAsync(options, clock, inner),
            options.ConnectTimeout,
            options.TimeProvider,
            () => Errors.Of(
                ClientFailure.ConnectTimeout,
                clock.Stage,
                $"No connection to {Endpoint.Of(options.Uri)} within {options.ConnectTimeout.TotalMilliseconds:0} ms. "
                + "Check address, firewall and network."),
            cancellationToken).ConfigureAwait(false);
        try
        {
            clock.Stage = ClientStage.Upgrade;
            var response = await Limit.RunAsync(
                inner => UpgradeAsync(stream, options, token, cursor, inner),
                options.UpgradeTimeout,
                options.TimeProvider,
                () => Errors.Of(
                    ClientFailure.UpgradeTimeout,
                    ClientStage.Upgrade,
                    $"No answer to the upgrade at {Endpoint.Of(options.Uri)} within "
                    + $"{options.UpgradeTimeout.TotalMilliseconds:0} ms. Check that it is a Rejoin service."),
                cancellationToken).ConfigureAwait(false);
            clock.UpgradeDone();
            var observed = new ObservedStream(stream, response.ReadAhead, options.TimeProvider);
            var socket = WebSocket.CreateFromStream(
                observed,
                new WebSocketCreationOptions
                {
                    SubProtocol = RejoinProtocol.Subprotocol,
                    KeepAliveInterval = Timeout.InfiniteTimeSpan,
                });
            return (socket, observed);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<Stream> ConnectAsync(
        RejoinSessionOptions options, AttachClock clock, CancellationToken cancellationToken)
    {
        clock.Stage = ClientStage.Tcp;
        var stream = options.Dial is null
            ? await TcpDialer.DialAsync(options.Uri, cancellationToken).ConfigureAwait(false)
            : await DialByApplicationAsync(options, options.Dial, cancellationToken).ConfigureAwait(false);
        clock.TcpDone();
        if (options.Uri.Scheme == Uri.UriSchemeWss)
        {
            clock.Stage = ClientStage.Tls;
            stream = await TlsLayer.SecureAsync(stream, options.Uri, options.CertificateTrust, cancellationToken)
                .ConfigureAwait(false);
            clock.TlsDone();
        }

        return stream;
    }

    private static async Task<Stream> DialByApplicationAsync(
        RejoinSessionOptions options, Func<Uri, CancellationToken, ValueTask<Stream>> dial,
        CancellationToken cancellationToken)
    {
        try
        {
            return await dial(options.Uri, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (OperationCanceledException or RejoinClientException))
        {
            throw new RejoinClientException(Errors.Of(
                ClientFailure.Unreachable,
                ClientStage.Tcp,
                $"The application's Dial gave no stream to {Endpoint.Of(options.Uri)} ({error.GetType().Name}).",
                error));
        }
    }

    private static async Task<UpgradeResponse> UpgradeAsync(
        Stream stream, RejoinSessionOptions options, string token, SessionCursor? cursor,
        CancellationToken cancellationToken)
    {
        var request = new UpgradeRequest();
        var inHeaders = options.Hello == HelloPlacement.UpgradeHeaders;
        try
        {
            var bytes = request.ToBytes(options, inHeaders ? token : null, inHeaders ? cursor : null);
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw new RejoinClientException(CloseErrors.Lost(StreamEnd.Reset, ClientStage.Upgrade, error));
        }

        var response = await UpgradeResponse.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        if (Judge(response, request, options) is { } error2)
        {
            throw new RejoinClientException(error2);
        }

        return response;
    }

    private static ClientError? Judge(UpgradeResponse response, UpgradeRequest request, RejoinSessionOptions options)
    {
        if (response.Status != 101)
        {
            return UpgradeErrors.FromStatus(response, Endpoint.Of(options.Uri), options.TimeProvider.GetUtcNow());
        }

        if (!response.HeaderHas("Upgrade", "websocket") || !response.HeaderHas("Connection", "Upgrade")
            || response.Header("Sec-WebSocket-Accept") != request.ExpectedAccept
            || response.Header("Sec-WebSocket-Extensions") is not null)
        {
            return Errors.Violation(
                ClientStage.Upgrade,
                "its answer to the upgrade lacks the headers of a WebSocket or has the wrong ones.") with
            {
                HttpStatus = 101,
            };
        }

        return response.Header("Sec-WebSocket-Protocol") == RejoinProtocol.Subprotocol
            ? null
            : Errors.Of(
                ClientFailure.SubprotocolMismatch,
                ClientStage.Upgrade,
                $"The server at {Endpoint.Of(options.Uri)} does not speak '{RejoinProtocol.Subprotocol}'. Check the "
                + "address and the server's version.") with
            {
                HttpStatus = 101,
            };
    }
}
