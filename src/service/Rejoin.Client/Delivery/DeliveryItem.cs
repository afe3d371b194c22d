using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>Something on its way to the application.</summary>
/// <param name="Source">Connection that it came over; null = a mark in the queue, only <paramref name="Done"/> runs.
/// </param>
/// <param name="Event">What is handed over; null = a mark.</param>
/// <param name="Digest">Log digest after it; null if it cannot be known.</param>
/// <param name="Done">What follows when it was handed over on the connection that holds the session.</param>
internal sealed record DeliveryItem(
    SessionConnection? Source, SessionEvent? Event, LogDigest? Digest = null, Action? Done = null);
