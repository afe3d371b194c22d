namespace Rejoin.Drivers.Stdio;

/// <summary>The receiver of a driver's lines that answer no operation.</summary>
internal interface IStdioReceiver
{
    /// <summary>One line; called in order.</summary>
    /// <exception cref="DriverException">It breaks the contract.</exception>
    void Take(StdioMessage message);
}
