using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>One read and where it came from.</summary>
/// <param name="Id">Operation id.</param>
/// <param name="What">What is read.</param>
/// <param name="Connection">Connection that it arrived on.</param>
public sealed record ReadRequest(string Id, ReadTarget What, ConnectionInfo Connection);
