using System.Text.Json;
using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The operations of a session that are not answered, in order.</summary>
/// <remarks>Source: protocol.md, "Operations".</remarks>
internal sealed class Outbox(RejoinSessionOptions options)
{
    private readonly Lock gate = new();
    private readonly LinkedList<PendingOperation> pending = new();
    private readonly Dictionary<string, LinkedListNode<PendingOperation>> byId = new(StringComparer.Ordinal);
    private Lane? lane;
    private long bytes;
    private ClientError? closed;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return pending.Count;
            }
        }
    }

    /// <summary>What a persisted cursor carries: operations that change something and hold no token.</summary>
    public IReadOnlyList<ClientOperation> Persistable
    {
        get
        {
            lock (gate)
            {
                return [.. pending.Select(p => p.Message).Where(m => m is not (Refresh or Read))];
            }
        }
    }

    /// <summary>Takes an operation. One that is not taken is completed already.</summary>
    /// <exception cref="ArgumentException">Its id is pending.</exception>
    public PendingOperation Add(ClientOperation operation, bool restored)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes<ClientMessage>(
            operation, ProtocolJson.Default.ClientMessage);
        var item = new PendingOperation(operation, payload, restored);
        lock (gate)
        {
            if (byId.ContainsKey(operation.Id))
            {
                throw new ArgumentException(
                    $"Operation '{operation.Id}' is pending: wait for its end or give another id.", nameof(operation));
            }

            if (Refusal(payload.Length) is { } error)
            {
                item.Complete(item.Failed(error));
                return item;
            }

            byId[operation.Id] = pending.AddLast(item);
            bytes += payload.Length;
            lane?.ToSend.Enqueue(item);
            return item;
        }
    }

    /// <summary>Opens a connection's lane: everything unanswered is sent again, in the old order.</summary>
    public Lane OpenLane(int connection, AnnouncedLimits limits)
    {
        lock (gate)
        {
            lane = new Lane(connection, Math.Max(1, limits.PendingOperations), limits.MessageBytes);
            foreach (var item in pending)
            {
                lane.ToSend.Enqueue(item);
            }

            return lane;
        }
    }

    /// <summary>Closes a connection's lane if it is still the open one.</summary>
    public void CloseLane(Lane? old)
    {
        lock (gate)
        {
            if (ReferenceEquals(lane, old))
            {
                lane = null;
            }
        }
    }

    /// <summary>The next payload that a connection may send; null if there is none now.</summary>
    public byte[]? Next(Lane from)
    {
        lock (gate)
        {
            while (ReferenceEquals(lane, from) && from.HasRoom && from.ToSend.TryDequeue(out var item))
            {
                if (item.IsCompleted)
                {
                    continue;
                }

                if (item.Payload.Length > from.MaxBytes)
                {
                    Remove(item);
                    item.Complete(item.Failed(TooBig(item, from.MaxBytes)));
                    continue;
                }

                from.InFlight.Add(item);
                item.TimesSent++;
                return item.Payload;
            }

            return null;
        }
    }

    /// <summary>The operation that an answer belongs to, no longer pending; null if it was not in flight on this
    /// connection.</summary>
    public PendingOperation? Answered(Lane on, string id)
    {
        lock (gate)
        {
            var index = on.InFlight.FindIndex(i => i.Message.Id == id);
            if (index < 0)
            {
                return null;
            }

            var item = on.InFlight[index];
            on.InFlight.RemoveAt(index);
            Remove(item);
            return item;
        }
    }

    /// <summary>Gives an operation up; it stays in flight where it was sent.</summary>
    public void Withdraw(PendingOperation item)
    {
        lock (gate)
        {
            Remove(item);
        }
    }

    /// <summary>Fails everything that is pending; with <paramref name="forGood"/> everything to come too.</summary>
    /// <returns>The outcomes that no caller waits for.</returns>
    public IReadOnlyList<OperationOutcome> FailAll(ClientError error, bool forGood)
    {
        PendingOperation[] items;
        lock (gate)
        {
            closed = forGood ? closed ?? error : closed;
            items = [.. pending];
            pending.Clear();
            byId.Clear();
            bytes = 0;
        }

        foreach (var item in items)
        {
            item.Complete(item.Failed(error));
        }

        return [.. items.Where(i => i.IsRestored).Select(i => i.Failed(error))];
    }

    private static ClientError TooBig(PendingOperation item, int maxBytes) => Errors.Of(
        ClientFailure.MessageTooBig,
        ClientStage.Local,
        $"Operation '{item.Message.Id}' has {item.Payload.Length} bytes and the server takes {maxBytes}: it was not "
        + "sent. Send less in one message.");

    private ClientError? Refusal(int length) => closed ?? (
        pending.Count >= options.MaxOutboxOperations || bytes + length > options.MaxOutboxBytes
            ? Errors.Of(
                ClientFailure.OutboxFull,
                ClientStage.Local,
                $"The outbox is full ({pending.Count} operations, {bytes} bytes): the operation was not taken. Wait "
                + "for answers or raise the limit.")
            : null);

    private void Remove(PendingOperation item)
    {
        if (byId.TryGetValue(item.Message.Id, out var node) && ReferenceEquals(node.Value, item))
        {
            byId.Remove(item.Message.Id);
            pending.Remove(node);
            bytes -= item.Payload.Length;
        }
    }
}
