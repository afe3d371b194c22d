namespace Rejoin.Client;

/// <summary>A failure of the client as an exception: the only one that it throws beside those for wrong use
/// (<see cref="ArgumentException"/>, <see cref="InvalidOperationException"/>, <see cref="ObjectDisposedException"/>)
/// and for the caller's own cancellation.</summary>
public sealed class RejoinClientException : Exception
{
    /// <summary>An exception for a failure.</summary>
    /// <param name="error">Failure.</param>
    public RejoinClientException(ClientError error)
        : base(Required(error).Message, error.Cause) => Error = error;

    /// <summary>The failure itself: cause, stage, whether and when to try again.</summary>
    public ClientError Error { get; }

    private static ClientError Required(ClientError? error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error;
    }
}
