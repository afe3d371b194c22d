using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The answers of authoritative reads.</summary>
/// <remarks>Source: protocol.md §5, §6.</remarks>
public interface IReadModel
{
    /// <summary>Answer of one read from the session as it was at the read's place among the operations.</summary>
    ValueTask<Answer> ReadAsync(ReadRequest request, SessionView view, CancellationToken cancellationToken);
}
