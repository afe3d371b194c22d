namespace Rejoin.Client;

/// <summary>Something that the server sent and that cannot be right.</summary>
/// <param name="Failure">Kind.</param>
/// <param name="Text">What was seen, one sentence.</param>
/// <param name="Offset">Offset that it is about; null if it is about none.</param>
internal sealed record Contradiction(ClientFailure Failure, string Text, long? Offset)
{
    public ClientError ToError(ClientStage stage) => Failure == ClientFailure.ProtocolViolation
        ? Errors.Violation(stage, Text)
        : Errors.Of(Failure, stage, $"{Text} {Advice}");

    private string Advice => Failure switch
    {
        ClientFailure.IntegrityDigest =>
            "What this client holds is not what the server holds: forget it and open a new session.",
        ClientFailure.IntegrityVerdict => "Do not trust this server with the session; report it to its operator.",
        _ => "Resume from the last processed position; report it to the server's operator if it repeats.",
    };
}
