using Rejoin.Checks;

namespace Rejoin.Drivers;

/// <summary>One client life after another of one session, behind one link.</summary>
/// <remarks>Several operations may be in flight at once; the client carries them out in the order of the
/// calls.</remarks>
public interface IDriverClient : IAsyncDisposable
{
    /// <summary>Number of the current connection, 1-based in the order of attempts; 0 before the first.</summary>
    int Connection { get; }

    /// <summary>Name of the current client life; changes with every restart.</summary>
    string Life { get; }

    /// <summary>Position that a resume would present now; null if the service has none or nothing is attached
    /// yet.</summary>
    DriverPosition? Position { get; }

    /// <summary>A second client of the same session, as if it had been started from the persisted cursor while this
    /// one lives on; its lives and connections are numbered on from this one's.</summary>
    /// <remarks>This one must not connect or resume any more: its connections would get numbers that are taken. The
    /// caller disposes both.</remarks>
    /// <param name="options">Where it connects: a link of its own.</param>
    /// <param name="observer">Receiver of what it sees.</param>
    IDriverClient Duplicate(DriverClientOptions options, IDriverObserver observer);

    /// <summary>Carries out one operation.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="input">Arguments that the operation takes; see <see cref="OperationInput"/>.</param>
    /// <param name="cancellation">Stops waiting: the operation then ends as info.</param>
    /// <returns>How it ended. Misbehaviour of the service is an outcome, never an exception.</returns>
    ValueTask<OperationOutcome> InvokeAsync(
        Operation operation, OperationInput input, CancellationToken cancellation);
}
