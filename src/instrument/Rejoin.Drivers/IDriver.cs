namespace Rejoin.Drivers;

/// <summary>A party that speaks one service's protocol for the runner.</summary>
public interface IDriver
{
    /// <summary>What the driver is and can do.</summary>
    DriverDescription Description { get; }

    /// <summary>A client that has not connected yet.</summary>
    /// <param name="options">Where and as whom it connects.</param>
    /// <param name="observer">Receiver of everything that the client sees; called in order, never concurrently for one
    /// client.</param>
    IDriverClient CreateClient(DriverClientOptions options, IDriverObserver observer);
}
