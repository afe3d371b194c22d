using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>What every connection works with.</summary>
internal sealed record ConnectionServices(
    LimitOptions Limits,
    IOperationHandler Operations,
    IReplaySource Replay,
    Func<IConnectionWriter, IConnectionWriter> Writer,
    TimeProvider Time,
    ILogger Log);
