using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Carries out operations: bounds first, then the session's log, then the answer.</summary>
internal sealed class OperationHandler(
    LimitOptions limits, WorkflowRegistry workflows, IReadModel reads, TokenValidator tokens,
    SessionDirectory directory) : IOperationHandler
{
    private const int BusyRetryMs = 100;

    public Task<OperationOutcome> HandleAsync(OperationRequest request, CancellationToken cancellationToken) =>
        request.Operation switch
        {
            Say say => SayAsync(request, say),
            Set set => SetAsync(request, set),
            Start start => StartAsync(request, start),
            Read read => ReadAsync(request, read, cancellationToken),
            Refresh refresh => RefreshAsync(request, refresh),
            Leave leave => LeaveAsync(request, leave),
            _ => throw new ArgumentException("The operation is of no known type.", nameof(request)),
        };

    private Task<OperationOutcome> SayAsync(OperationRequest request, Say say)
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(say.Text);
        if (bytes == 0 || bytes > limits.TextBytes)
        {
            return Invalid(say.Id, $"The text has {bytes} bytes; 1 to {limits.TextBytes} are allowed.");
        }

        return AppendAsync(
            request,
            OperationContent.Hash("say", say.Text),
            new UserMessage { Id = say.Id, Text = say.Text },
            new StoredTurn(say.Id, TurnKind.Reply, 1));
    }

    private Task<OperationOutcome> SetAsync(OperationRequest request, Set set)
    {
        if (set.Key.Length is 0 or > RejoinProtocol.KeyMaxLength)
        {
            return Invalid(
                set.Id, $"The key has {set.Key.Length} characters; 1 to {RejoinProtocol.KeyMaxLength} are allowed.");
        }

        if (OperationContent.Canonical(set.Value) is not { } value || value.Length > limits.ValueBytes)
        {
            return Invalid(set.Id, $"The value is not JSON of at most {limits.ValueBytes} bytes.");
        }

        return AppendAsync(
            request,
            OperationContent.Hash("set", set.Scope.ToString(), set.Key, value),
            new ValueSet { Id = set.Id, Scope = set.Scope, Key = set.Key, Value = set.Value },
            null);
    }

    private Task<OperationOutcome> StartAsync(OperationRequest request, Start start)
    {
        if (start.Workflow.Length is 0 or > RejoinProtocol.IdMaxLength)
        {
            return Invalid(start.Id, $"The workflow's name has 1 to {RejoinProtocol.IdMaxLength} characters.");
        }

        var input = start.Input is { } given ? OperationContent.Canonical(given) : string.Empty;
        if (input is null || input.Length > limits.ValueBytes)
        {
            return Invalid(start.Id, $"The input is not JSON of at most {limits.ValueBytes} bytes.");
        }

        if (workflows.Find(start.Workflow) is not { } workflow)
        {
            return Refuse(start.Id, RefusalCode.UnknownWorkflow, "There is no workflow of that name.");
        }

        return AppendAsync(
            request,
            OperationContent.Hash("start", start.Workflow, input),
            new WorkflowStarted
            {
                Workflow = start.Id,
                Name = workflow.Name,
                Steps = [.. workflow.Steps.Select(step => step.Name)],
                Input = start.Input,
            },
            new StoredTurn(start.Id, TurnKind.Workflow, 1));
    }

    private static async Task<OperationOutcome> AppendAsync(
        OperationRequest request, byte[] contentHash, EventData data, StoredTurn? begin)
    {
        var id = request.Operation.Id;
        try
        {
            var result = await request.Session.AppendAsync(new AppendCommand
            {
                Session = request.Session.Id,
                Events = [data],
                Fence = new ClientFence(request.Connection.Generation),
                Operation = new OperationKey(id, contentHash),
                Begin = begin,
            }).ConfigureAwait(false);
            return result.Status switch
            {
                AppendStatus.Applied => Ack(id, result.Offset, false),
                AppendStatus.Duplicate => Ack(id, result.Offset, true),
                AppendStatus.IdReused => OperationOutcome.Refuse(
                    id, RefusalCode.IdReused, "The id was used for another operation."),
                AppendStatus.Limit => OperationOutcome.Refuse(
                    id, RefusalCode.Limit, "A limit of the session is reached.", BusyRetryMs),
                _ => Fenced(id),
            };
        }
        catch (StoreUnavailableException)
        {
            return OperationOutcome.Refuse(
                id, RefusalCode.Unavailable, "The store cannot take it now.", BusyRetryMs);
        }
    }

    private async Task<OperationOutcome> ReadAsync(
        OperationRequest request, Read read, CancellationToken cancellationToken)
    {
        var view = await request.Session.ViewAsync().ConfigureAwait(false);
        var answer = await reads
            .ReadAsync(new ReadRequest(read.Id, read.What, request.Connection), view, cancellationToken)
            .ConfigureAwait(false);
        return OperationOutcome.Answer(answer);
    }

    private async Task<OperationOutcome> RefreshAsync(OperationRequest request, Refresh refresh)
    {
        var token = await tokens.ValidateAsync(refresh.Token).ConfigureAwait(false);
        return token is null || token.Principal != request.Connection.Principal
            ? OperationOutcome.Refuse(refresh.Id, RefusalCode.Unauthorized, "The access token is not acceptable.")
            : new OperationOutcome
            {
                Message = new ServerAck { Id = refresh.Id },
                TokenExpiresAt = token.ExpiresAt,
            };
    }

    private async Task<OperationOutcome> LeaveAsync(OperationRequest request, Leave leave)
    {
        try
        {
            if (!await request.Session.EndAsync(ResetReason.Expired, request.Connection.Generation)
                .ConfigureAwait(false))
            {
                return Fenced(leave.Id);
            }
        }
        catch (StoreUnavailableException)
        {
            return OperationOutcome.Refuse(
                leave.Id, RefusalCode.Unavailable, "The store cannot take it now.", BusyRetryMs);
        }

        request.Session.Release();
        directory.Drop(request.Session.Id, CloseCode.Normal);
        return new OperationOutcome { Message = new ServerAck { Id = leave.Id }, CloseCode = CloseCode.Normal };
    }

    private static OperationOutcome Ack(string id, long offset, bool duplicate) =>
        OperationOutcome.Answer(new ServerAck { Id = id, Offset = offset, Duplicate = duplicate });

    private static OperationOutcome Fenced(string id) =>
        OperationOutcome.Refuse(id, RefusalCode.Fenced, "A newer connection holds the session.");

    private static Task<OperationOutcome> Invalid(string id, string message) =>
        Refuse(id, RefusalCode.Invalid, message);

    private static Task<OperationOutcome> Refuse(string id, RefusalCode code, string message) =>
        Task.FromResult(OperationOutcome.Refuse(id, code, message));
}
