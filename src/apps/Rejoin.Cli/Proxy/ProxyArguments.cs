using System.Net;
using Rejoin.Faults.Plans;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin proxy</c> was told, read and checked.</summary>
/// <param name="Listen">Where clients of the first link are awaited.</param>
/// <param name="Upstream">Service of the first link.</param>
/// <param name="Plan">Faults of the first link.</param>
/// <param name="ApiPort">Port of the API on 127.0.0.1; 0 = a free one.</param>
/// <param name="Json">Whether the start is told as JSON.</param>
internal sealed record ProxyArguments(IPEndPoint Listen, Uri Upstream, FaultPlan Plan, int ApiPort, bool Json);
