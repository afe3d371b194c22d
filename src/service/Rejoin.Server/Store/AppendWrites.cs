namespace Rejoin.Server;

/// <summary>Appends: fence, idempotency, events, turns, effects, each inside the writer's transaction.</summary>
internal sealed class AppendWrites(StoreTransaction transaction)
{
    private readonly Statement insertOperation = transaction.Prepare(
        "INSERT OR IGNORE INTO operation (session, id, hash, offset) VALUES ($1, $2, $3, $4)");

    private readonly Statement selectOperation = transaction.Prepare(
        "SELECT hash, offset FROM operation WHERE session = $1 AND id = $2");

    private readonly Statement insertTurn = transaction.Prepare(
        "INSERT INTO turn (session, id, kind, owner, attempt, begun) VALUES ($1, $2, $3, $4, $5, $6) "
        + "ON CONFLICT DO NOTHING");

    private readonly Statement deleteTurn = transaction.Prepare("DELETE FROM turn WHERE session = $1 AND id = $2");

    private readonly Statement retryTurn = transaction.Prepare(
        "UPDATE turn SET attempt = attempt + 1 WHERE session = $1 AND id = $2");

    private readonly Statement selectTurn = transaction.Prepare(
        "SELECT 1 FROM turn WHERE session = $1 AND id = $2 AND owner = $3 AND attempt = $4");

    private readonly Statement insertKey = transaction.Prepare(
        "INSERT OR IGNORE INTO effect_key (session, key) VALUES ($1, $2)");

    private readonly Statement insertEffect = transaction.Prepare(
        "INSERT INTO effect (session, id, workflow, step, tool, applied) VALUES ($1, $2, $3, $4, $5, 1) "
        + "ON CONFLICT (session, id) DO UPDATE SET applied = applied + 1");

    public AppendResult Append(AppendCommand command, IReadOnlyList<byte[]> serialized)
    {
        if (transaction.Find(command.Session) is not { } row)
        {
            return AppendResult.Nothing(AppendStatus.Gone);
        }

        if (!Allows(row, command.Fence))
        {
            return AppendResult.Nothing(AppendStatus.Fenced);
        }

        if (command.LimitReached)
        {
            return command.Operation is { } asked && FindOperation(row, asked) is { } known
                ? known
                : AppendResult.Nothing(AppendStatus.Limit);
        }

        if (command.Operation is { } operation
            && insertOperation.Run(row.No, operation.Id, operation.ContentHash.ToArray(), row.Head + 1) == 0)
        {
            return FindOperation(row, operation)!;
        }

        var offset = row.Head + 1;
        var events = new StoredEvent[command.Events.Count];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = transaction.Append(row, command.Events[i], serialized[i]);
        }

        ChangeTurns(row, command);
        return new AppendResult(AppendStatus.Applied, offset, events);
    }

    public bool ApplyEffect(string session, TurnFence fence, EffectApplication effect)
    {
        if (transaction.Find(session) is not { } row || !Allows(row, fence))
        {
            return false;
        }

        if (insertKey.Run(row.No, effect.Key) > 0)
        {
            insertEffect.Run(row.No, effect.Id, effect.Workflow, effect.Step, effect.Tool);
        }

        return true;
    }

    private bool Allows(SessionRow row, AppendFence? fence) => fence switch
    {
        ClientFence client => client.Generation == row.Generation,
        TurnFence turn => transaction.IsCurrent
            && selectTurn.Scalar(row.No, turn.Turn, transaction.Incarnation, turn.Attempt) is not null,
        _ => true,
    };

    private AppendResult? FindOperation(SessionRow row, OperationKey operation)
    {
        using var reader = selectOperation.Query(row.No, operation.Id);
        if (!reader.Read())
        {
            return null;
        }

        return reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(operation.ContentHash.Span)
            ? AppendResult.Nothing(AppendStatus.Duplicate, reader.GetInt64(1))
            : AppendResult.Nothing(AppendStatus.IdReused);
    }

    private void ChangeTurns(SessionRow row, AppendCommand command)
    {
        if (command.Begin is { } turn)
        {
            insertTurn.Run(row.No, turn.Id, (long)turn.Kind, transaction.Incarnation, turn.Attempt, row.Head);
        }

        if (command.Finish is { } finished)
        {
            deleteTurn.Run(row.No, finished);
        }

        if (command.Retry is { } retried)
        {
            retryTurn.Run(row.No, retried);
        }
    }
}
