using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>An operation without an answer.</summary>
internal sealed class PendingOperation(ClientOperation message, byte[] payload, bool restored)
{
    private readonly TaskCompletionSource<OperationOutcome> completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ClientOperation Message => message;

    public byte[] Payload => payload;

    /// <summary>Whether it came from a persisted cursor and no caller waits for it.</summary>
    public bool IsRestored => restored;

    /// <summary>Connections on which it was sent; a restored one may have been sent by its earlier process.</summary>
    public int TimesSent { get; set; } = restored ? 1 : 0;

    public Task<OperationOutcome> Outcome => completion.Task;

    public bool IsCompleted => completion.Task.IsCompleted;

    public void Complete(OperationOutcome outcome) => completion.TrySetResult(outcome);

    public OperationOutcome Failed(ClientError error) => new()
    {
        Id = message.Id,
        Status = OperationStatus.Failed,
        Error = error,
        TimesSent = TimesSent,
    };
}
