using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>The makers of failures: one text per cause, none with content of the peer or a token.</summary>
internal static class Errors
{
    public static ClientError Of(ClientFailure failure, ClientStage stage, string message, Exception? cause = null) =>
        new()
        {
            Failure = failure,
            Stage = stage,
            Message = message,
            IsRetryable = IsRetryable(failure),
            Cause = cause,
        };

    public static ClientError Violation(ClientStage stage, string what) => Of(
        ClientFailure.ProtocolViolation,
        stage,
        $"The server broke the protocol: {what} Report it to the server's operator; the client does not come back by "
        + "itself.");

    public static ClientError Reset(ResetReason reason) =>
        Of(
            ClientFailure.SessionReset,
            ClientStage.Verdict,
            $"The session was reset ({reason}): its operations were not answered. " +
            "Forget what was held of it and decide whether to send them again in the new one.") with
        {
            ResetReason = reason,
        };

    public static ClientError Refusal(Refused refused) =>
        Of(
            ClientFailure.OperationRefused,
            ClientStage.Live,
            $"The server refused operation '{refused.Id}' ({refused.Code}): it was not applied.") with
        {
            Refusal = refused.Code,
            IsRetryable = refused.Code is RefusalCode.Unavailable or RefusalCode.Limit,
            RetryAfter = refused.RetryAfterMs is { } ms and >= 0 ? TimeSpan.FromMilliseconds(ms) : null,
        };

    /// <summary>Whether a new attempt by itself can help, where the cause alone decides.</summary>
    public static bool IsRetryable(ClientFailure failure) => failure switch
    {
        ClientFailure.TlsCertificate or ClientFailure.SubprotocolMismatch or ClientFailure.Unauthorized
            or ClientFailure.OriginRefused or ClientFailure.Superseded or ClientFailure.SessionLimit
            or ClientFailure.SessionReset or ClientFailure.ProtocolViolation or ClientFailure.MessageTooBig
            or ClientFailure.IntegrityDigest or ClientFailure.IntegrityVerdict or ClientFailure.OperationRefused
            or ClientFailure.HandlerFailed or ClientFailure.Abandoned or ClientFailure.ClosedByCaller
            or ClientFailure.UpgradeRefused or ClientFailure.EndedByPeer => false,
        _ => true,
    };
}
