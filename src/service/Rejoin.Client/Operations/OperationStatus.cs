namespace Rejoin.Client;

/// <summary>The ends of an operation.</summary>
public enum OperationStatus
{
    /// <summary>The server acknowledged it: durable.</summary>
    Acked,

    /// <summary>The server answered it.</summary>
    Answered,

    /// <summary>The server refused it: certainly not applied.</summary>
    Refused,

    /// <summary>No answer will come; see <see cref="OperationOutcome.MayHaveBeenApplied"/>.</summary>
    Failed,
}
