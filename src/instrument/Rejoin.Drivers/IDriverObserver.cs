using Rejoin.Checks;

namespace Rejoin.Drivers;

/// <summary>The receiver of what a client sees.</summary>
public interface IDriverObserver
{
    /// <summary>An event was handed to the application.</summary>
    void Received(int connection, ReceivedEvent received);

    /// <summary>Something that changes no state was told.</summary>
    void Noticed(int connection, string notice);

    /// <summary>A connection ended.</summary>
    void Closed(int connection, ConnectionEnd end);
}
