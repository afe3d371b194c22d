using System.Net.Sockets;
using Rejoin.Faults.Links.Handshakes;
using Rejoin.Faults.Links.Relaying;
using Rejoin.Faults.Links.Wires;

namespace Rejoin.Faults.Links.Http;

/// <summary>
/// One TCP connection of a client: HTTP exchanges one after the other, until it ends or one becomes a WebSocket.
/// </summary>
internal sealed class ClientSession(LinkState state, Socket socket, int attempt, CancellationToken stop) : IDisposable
{
    private readonly WireReader _client = new(new Wire(socket));
    private readonly UpgradeAttempt _attempt = new(state, attempt);
    private readonly HeadRewriter _rewriter = new(state.Options.Upstream, state.ClientAuthority);
    private readonly HeadChanges _changes = new(state);
    private WireReader? _service;
    private Task _watch = Task.CompletedTask;
    private Task<bool> _sending = Task.FromResult(true);
    private volatile bool _awaitsResponse;

    private LinkLimits Limits => state.Options.Limits;

    /// <summary>Serves the client until its connection is over.</summary>
    public async Task RunAsync()
    {
        try
        {
            var goesOn = await InjectorOf().AcceptedAsync().ConfigureAwait(false);
            while (goesOn)
            {
                goesOn = await ExchangeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            _attempt.Lost();
            return; // either side has gone; closing the other tells it
        }
        finally
        {
            _client.Wire.Dispose(); // ends what still reads, before the buffers go back
            _service?.Wire.Dispose();
            await _watch.ConfigureAwait(false);
            await _sending.ConfigureAwait(false);
            Dispose();
        }
    }

    /// <summary>Answers 503 and closes: the link has too many connections.</summary>
    public async Task RefuseAsync()
    {
        try
        {
            await AnswerAsync(null, 503, "Service Unavailable",
                $"more than {Limits.Connections} connections at a time (Limits.Connections)").ConfigureAwait(false);
        }
        catch (Exception e) when (WireFailure.Is(e))
        {
            return; // the client has gone
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Closes both wires.</summary>
    public void Dispose()
    {
        _client.Dispose();
        _service?.Dispose();
    }

    /// <summary>One request and its response; true when the connection goes on.</summary>
    private async Task<bool> ExchangeAsync()
    {
        var length = await HeadReader.ReadAsync(_client, Limits.HeadBytes, stop).ConfigureAwait(false);
        if (length == 0)
        {
            _attempt.Incomplete(_client.Buffered.Length);
            return false;
        }

        var request = length < 0 ? null : HttpHead.Parse(_client.Buffered.Span[..length], response: false);
        if (request is null)
        {
            var (status, reason) = length < 0 ? (431, "Request Header Fields Too Large") : (400, "Bad Request");
            var text = length < 0 ? $"the request's head is longer than {Limits.HeadBytes} bytes" : "malformed head";
            await AnswerAsync(null, status, reason, text).ConfigureAwait(false);
            return false;
        }

        if (await DialAsync(request).ConfigureAwait(false) is not { } source)
        {
            return false;
        }

        _client.Consume(length);
        if (!await SendHeadAsync(request, _rewriter.Rewrite(_changes.OfRequest(request), source)).ConfigureAwait(false))
        {
            return false;
        }

        var body = BodyScanner.OfRequest(request);
        _sending = body.IsDone ? Watch() : SendBodyAsync(_service!.Wire, body);
        var goesOn = await RespondAsync(request).ConfigureAwait(false);
        return goesOn && await _sending.ConfigureAwait(false) && !request.Closes;
    }

    /// <summary>Sends the head of a request to the service; false when a fault has ended the attempt.</summary>
    private async ValueTask<bool> SendHeadAsync(HttpHead request, byte[] head)
    {
        _attempt.Asked(request.AsksForWebSocket, head.Length);
        if (request.AsksForWebSocket)
        {
            return await InjectorOf().SendRequestAsync(_service!, head).ConfigureAwait(false);
        }

        await _service!.Wire.WriteAsync(head, stop).ConfigureAwait(false);
        return true;
    }

    private HandshakeInjector InjectorOf() => new(state, _client, attempt, _changes, stop);

    /// <summary>
    /// Copies the request's body beside the response; ends the service's side when the client's ends early.
    /// </summary>
    private async Task<bool> SendBodyAsync(Wire service, BodyScanner body)
    {
        try
        {
            if (await CopyAsync(_client, service, body).ConfigureAwait(false))
            {
                return true;
            }
        }
        catch (Exception e) when (WireFailure.Is(e) || e is OperationCanceledException)
        {
            service.SendFin(); // either end has gone
            return false;
        }

        service.SendFin();
        return false;
    }

    /// <summary>Sees to a wire to the service; null when it could not be had and the client was told.</summary>
    private async Task<ConnectionSource?> DialAsync(HttpHead request)
    {
        try
        {
            var source = state.Options.Source?.Invoke(state.NextOrdinal) ?? new ConnectionSource();
            if (source.Errors().ToList() is { Count: > 0 } errors)
            {
                throw new UpstreamException("the source is not valid: " + string.Join("; ", errors));
            }

            if (_service is null || !_service.Wire.IsUsableFrom(source.Address))
            {
                _service?.Dispose();
                _service = null;
                _service = new WireReader(
                    await state.Dialer.DialAsync(source.Address, stop).ConfigureAwait(false));
            }

            return source;
        }
        catch (UpstreamException e)
        {
            var text = $"cannot reach the service at {state.Options.Upstream.Authority}: {e.Message}";
            await AnswerAsync(request, 502, "Bad Gateway", text).ConfigureAwait(false);
            return null;
        }
    }

    private async Task<bool> RespondAsync(HttpHead request)
    {
        while (true)
        {
            var length = await HeadReader.ReadAsync(_service!, Limits.HeadBytes, stop).ConfigureAwait(false);
            _awaitsResponse = false;
            if (length == 0)
            {
                Note(request, 0, "the service closed without an answer");
                return false;
            }

            var response = length < 0 ? null : HttpHead.Parse(_service!.Buffered.Span[..length], response: true);
            if (response is null || (response.Status == 101 && !request.AsksForWebSocket))
            {
                await AnswerAsync(request, 502, "Bad Gateway", "the service's answer is malformed or its head too long")
                    .ConfigureAwait(false);
                return false;
            }

            if (response.Status == 101)
            {
                if (_changes.OfResponse(response) is { } changed)
                {
                    _service!.ReplaceHead(length, changed);
                    length = changed.Length;
                }

                await RelayAsync(request, response, length).ConfigureAwait(false);
                return false;
            }

            if (response.Status >= 200)
            {
                _changes.Refused(response.Status);
            }

            await ForwardHeadAsync(length).ConfigureAwait(false);
            if (response.Status >= 200)
            {
                Note(request, response.Status, null);
                var body = BodyScanner.OfResponse(response, request.Method);
                return await CopyAsync(_service!, _client.Wire, body).ConfigureAwait(false) && !response.Closes;
            }

            _awaitsResponse = true;
        }
    }

    private async Task RelayAsync(HttpHead request, HttpHead response, int length)
    {
        var (at, protocol) = (state.Now(), response.Value("Sec-WebSocket-Protocol"));
        var extended = response.Value("Sec-WebSocket-Extensions") is not null;
        using var relay = state.AddRelay(ordinal =>
            new Relay(
            state, new Upgrade(ordinal, attempt, at, protocol, extended, _attempt.RequestHeadBytes, length), _client,
            _service!, stop));
        Note(request, 101, null);
        await relay.RunAsync().ConfigureAwait(false);
    }

    private async Task ForwardHeadAsync(int length)
    {
        await _client.Wire.WriteAsync(_service!.Buffered[..length], stop).ConfigureAwait(false);
        _service.Consume(length);
    }

    /// <summary>Copies a body; false when it ended with the connection or is malformed.</summary>
    private async Task<bool> CopyAsync(WireReader source, Wire target, BodyScanner body)
    {
        while (!body.IsDone)
        {
            if (source.Buffered.IsEmpty && await source.FillAsync(stop).ConfigureAwait(false) == 0)
            {
                return false;
            }

            var used = body.Take(source.Buffered.Span);
            await target.WriteAsync(source.Buffered[..used], stop).ConfigureAwait(false);
            source.Consume(used);
            if (body.IsBroken)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>While an answer is awaited, passes the end of the client on to the service.</summary>
    private Task<bool> Watch()
    {
        _awaitsResponse = true;
        if (_watch.IsCompleted && _client.Buffered.IsEmpty)
        {
            _watch = WatchAsync(_service!.Wire);
        }

        return Task.FromResult(true);
    }

    private async Task WatchAsync(Wire service)
    {
        try
        {
            if (await _client.BeginFill(stop).ConfigureAwait(false) == 0 && _awaitsResponse)
            {
                service.SendFin();
            }
        }
        catch (Exception e) when (WireFailure.Is(e) || e is OperationCanceledException)
        {
            if (_awaitsResponse)
            {
                service.SendRst();
            }
        }
    }

    private Task AnswerAsync(HttpHead? request, int status, string reason, string text)
    {
        Note(request, status, text);
        return PlainAnswer.SendAsync(
            _client, new PlainAnswer(status, reason, text), Limits.DrainMs, stop);
    }

    private void Note(HttpHead? request, int status, string? trouble)
    {
        _attempt.Answered(status, trouble);
        state.AddExchange(new ExchangeRecord(
            state.Now(), request?.Method ?? "", request?.Path ?? "", request?.AsksForWebSocket ?? false, status,
            trouble));
    }
}
