namespace Rejoin.Drivers;

/// <summary>A driver that breaks the driver contract or ends: a trial with it is unknown, never passed or
/// failed.</summary>
/// <remarks>Source: docs/reference/driver.md. The message holds no token.</remarks>
public sealed class DriverException : IOException
{
    /// <summary>A fault of a driver.</summary>
    /// <param name="code">Short word, such as <c>garbage</c>; listed in docs/reference/driver.md.</param>
    /// <param name="message">What the driver did, and what it last wrote to standard error.</param>
    public DriverException(string code, string message)
        : base(message) => Code = code;

    /// <summary>Short word for the fault.</summary>
    public string Code { get; }
}
