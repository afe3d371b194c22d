namespace Rejoin.Server;

/// <summary>What became of an append.</summary>
/// <param name="Status">Result.</param>
/// <param name="Offset">Offset of the event that records the operation, also of a duplicate; 0 = none.</param>
/// <param name="Events">Events appended now.</param>
public sealed record AppendResult(AppendStatus Status, long Offset, IReadOnlyList<StoredEvent> Events)
{
    /// <summary>A result that appended nothing.</summary>
    public static AppendResult Nothing(AppendStatus status, long offset = 0) => new(status, offset, []);
}
