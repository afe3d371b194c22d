using Rejoin.Checks;
using Rejoin.Client;

namespace Rejoin.Drivers.Reference;

/// <summary>The driver of <c>rejoin.v1</c>: real clients of the Rejoin.Client package.</summary>
public sealed class ReferenceDriver : IDriver
{
    /// <inheritdoc/>
    public DriverDescription Description { get; } = new()
    {
        Name = "reference",
        ClientVersion = typeof(RejoinSession).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
        Operations = Enum.GetValues<Operation>().ToHashSet(),
    };

    /// <inheritdoc/>
    public IDriverClient CreateClient(DriverClientOptions options, IDriverObserver observer) =>
        new ReferenceClient(options, observer);
}
