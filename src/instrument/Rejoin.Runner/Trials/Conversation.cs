using System.Globalization;
using System.Text.Json.Nodes;
using Rejoin.Checks;
using Rejoin.Drivers;

namespace Rejoin.Runner;

/// <summary>A client's side of a conversation: says things and keeps track of what is still unanswered.</summary>
internal sealed class Conversation(TrialClient client)
{
    private readonly List<Task<OperationOutcome>> says = [];
    private readonly List<string> turns = [];
    private int puts;
    private int starts;

    public TrialClient Client => client;

    /// <summary>Opens the session; false if the service did not.</summary>
    public async Task<bool> ConnectAsync(CancellationToken cancellation)
    {
        var outcome = await client.InvokeAsync(Operation.Connect, new OperationInput(), cancellation)
            .ConfigureAwait(false);
        return outcome.Type == HistoryEventType.Ok;
    }

    /// <summary>Puts a value that no other put of the session has; waits for the ack or the loss of the
    /// connection.</summary>
    public Task PutAsync(string scope, string key, CancellationToken cancellation) =>
        client.InvokeOrLossAsync(Operation.Set, NextPut(scope, key), cancellation);

    /// <summary>Puts many values of a size, one after the other; stops waiting when the connection is lost.</summary>
    public async Task FillAsync(int values, int characters, CancellationToken cancellation)
    {
        for (var number = 1; number <= values; number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"fill-{number}");
            await client.InvokeOrLossAsync(Operation.Set, NextPut("memory", key, characters), cancellation)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Starts a workflow; waits for the ack or the loss of the connection.</summary>
    /// <returns>Id of the workflow.</returns>
    public async Task<string> StartAsync(string workflow, CancellationToken cancellation)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{client.Session}-w{++starts}");
        await client.InvokeOrLossAsync(
            Operation.Start, new OperationInput { Id = id, Workflow = workflow }, cancellation).ConfigureAwait(false);
        return id;
    }

    /// <summary>Reads the history and the context; goes on when the connection is lost.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        await client.InvokeOrLossAsync(Operation.History, cancellation).ConfigureAwait(false);
        await client.InvokeOrLossAsync(Operation.Context, cancellation).ConfigureAwait(false);
    }

    /// <summary>Leaves, after everything under way has ended.</summary>
    public async Task LeaveAsync(CancellationToken cancellation)
    {
        await client.EndedAsync().ConfigureAwait(false);
        await Task.WhenAll(says).ConfigureAwait(false);
        var connection = client.Connection;
        var left = await client.InvokeAsync(Operation.Leave, new OperationInput(), cancellation).ConfigureAwait(false);
        if (left.Type == HistoryEventType.Ok)
        {
            await client.ClosedAsync(connection, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Messages said so far.</summary>
    public int Messages => says.Count;

    /// <summary>Says one message, or two at once, and waits for the replies or the loss of the connection.</summary>
    public async Task SayAsync(bool pipelined, CancellationToken cancellation)
    {
        var ids = new List<string> { Begin(cancellation) };
        if (pipelined)
        {
            ids.Add(Begin(cancellation));
        }

        foreach (var id in ids)
        {
            await client.ReplyOrLossAsync(id, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Says one message and waits until some pieces of the reply came.</summary>
    public async Task SayUntilPiecesAsync(int pieces, CancellationToken cancellation) =>
        await client.PiecesOrLossAsync(Begin(cancellation), pieces, cancellation).ConfigureAwait(false);

    /// <summary>Says one message and waits until a fault has struck, the reply came or the connection is
    /// lost.</summary>
    public async Task SayUntilFiredAsync(string fault, CancellationToken cancellation) =>
        await client.FiredOrReplyAsync(fault, Begin(cancellation), cancellation).ConfigureAwait(false);

    /// <summary>Says one message without waiting for anything.</summary>
    public void SayLate(CancellationToken cancellation) => Begin(cancellation);

    /// <summary>Waits until every say has ended, whether its turn was answered or not.</summary>
    public async Task AnsweredAsync() => await Task.WhenAll(says).ConfigureAwait(false);

    /// <summary>Waits until every say has ended and every turn of an accepted one was answered.</summary>
    public async Task EndedAsync(CancellationToken cancellation)
    {
        var outcomes = await Task.WhenAll(says).ConfigureAwait(false);
        var accepted = turns.Where((_, number) => outcomes[number].Type == HistoryEventType.Ok).ToList();
        await client.RepliesAsync(accepted, cancellation).ConfigureAwait(false);
    }

    // Nested, as agents keep it; the number makes it unique.
    private OperationInput NextPut(string scope, string key, int characters = 0)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{client.Session}-p{++puts}");
        var value = new JsonObject
        {
            ["put"] = id,
            ["note"] = new JsonObject
            {
                ["by"] = client.Canary,
                ["words"] = new JsonArray(
                    [.. TrialContext.Words(client.Random, 4).Split(' ').Select(word => JsonValue.Create(word))]),
            },
        };
        if (characters > 0)
        {
            value["fill"] = new string('.', characters);
        }

        return new OperationInput { Id = id, Scope = scope, Key = key, Value = value.ToJsonString() };
    }

    private string Begin(CancellationToken cancellation)
    {
        var message = client.NextMessage();
        turns.Add(message.Id!);
        says.Add(client.InvokeAsync(Operation.Say, message, cancellation));
        return message.Id!;
    }
}
