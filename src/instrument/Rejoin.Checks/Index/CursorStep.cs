namespace Rejoin.Checks;

/// <summary>A hand-over, or the invoke or end of an attach.</summary>
internal readonly record struct CursorStep(CallRecord? Call, ReceivedRecord? Received, bool IsEnd);
