// A chat that survives a cut. Start a service, then this, then cut what you like:
//
//   rejoin serve --dev --port 8080
//   dotnet run --project samples/client -- ws://127.0.0.1:8080/ws ada
//
// Type lines; Ctrl-C or end of input leaves the program, not the session: the next start goes on with it.
// "/leave" ends the session.
using Rejoin.Client;
using Rejoin.Samples.Client;

if (args.Length is < 1 or > 2 || !Uri.TryCreate(args[0], UriKind.Absolute, out var service))
{
    Console.Error.WriteLine("usage: chat ws://127.0.0.1:PORT/ws [NAME]");
    return 64;
}

var principal = args.Length == 2 ? args[1] : "ada";
var file = new CursorFile($"chat-{principal}.json");
using var token = new DevToken(service, principal);
using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    interrupted.Cancel();
};

await using var client = new RejoinClient(
    new RejoinClientOptions
    {
        Session = new RejoinSessionOptions { Uri = service, AccessToken = token.GetAsync },
        StatusChanged = Screen.Show,
    },
    file.Load());
client.Start();
var reading = ReadAsync();
var typing = TypeAsync();
await Task.WhenAny(reading, typing);
await client.DisposeAsync();
await reading;
return client.Status.Error is { Failure: not ClientFailure.ClosedByCaller } ? 1 : 0;

async Task ReadAsync()
{
    try
    {
        await foreach (var next in client.Events)
        {
            Screen.Show(next);
            if (next is { Cursor: { } cursor } and (LogEvent or SnapshotTaken or VerdictKnown))
            {
                // The cursor behind this event, and what was said and is not acknowledged.
                var unanswered = client.GetCursor(includeOperations: true)?.Operations ?? [];
                file.Save(cursor with { Operations = unanswered });
            }
        }
    }
    catch (RejoinClientException)
    {
        // The status has told it.
    }
}

async Task TypeAsync()
{
    while (await Console.In.ReadLineAsync(interrupted.Token).AsTask().ContinueWith(
        line => line.IsCompletedSuccessfully ? line.Result : null, TaskScheduler.Default) is { } text)
    {
        try
        {
            if (text == "/leave")
            {
                await client.LeaveAsync(cancellationToken: interrupted.Token);
                file.Save(null);
                return;
            }

            if (text.Length > 0)
            {
                await client.SayAsync(text, cancellationToken: interrupted.Token);
            }
        }
        catch (RejoinClientException error)
        {
            Console.Error.WriteLine($"[not said: {error.Message}]");
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }
}
