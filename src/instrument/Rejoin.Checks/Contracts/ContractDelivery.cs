namespace Rejoin.Checks;

/// <summary>Delivery in both directions.</summary>
public sealed record ContractDelivery
{
    /// <summary>How often an acknowledged client operation takes effect; null = not promised.</summary>
    public Delivery? ToService { get; init; }

    /// <summary>How often an event is handed to a client that resumes; null = not promised.</summary>
    public Delivery? ToClient { get; init; }
}
