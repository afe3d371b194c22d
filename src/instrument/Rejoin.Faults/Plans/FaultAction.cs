namespace Rejoin.Faults.Plans;

/// <summary>What a fault does when its point is reached.</summary>
public sealed record FaultAction
{
    /// <summary>The kind of disturbance.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>
    /// Close code: of kind <c>close</c>, which needs it, 1000 to 1003, 1007 to 1014, 3000 to 4999; of kind
    /// <c>close-illegal</c>, which needs it, any other up to 65 535. Null for others. Source: RFC 6455 §7.4.
    /// </summary>
    public int? CloseCode { get; init; }

    /// <summary>
    /// Time in ms, 1 to 3 600 000, of kinds <c>stall</c>, <c>delay</c>, <c>jitter</c> (the longest) and
    /// <c>coalesce</c>, which need it, and of <c>slice</c> (null: no pause between slices). Null for others.
    /// </summary>
    public int? DelayMs { get; init; }

    /// <summary>
    /// When kinds <c>black-hole</c>, <c>black-hole-one-way</c>, <c>refuse</c> and <c>half-open-…</c> end. Default
    /// null: never. Null for others.
    /// </summary>
    public HealRule? Heal { get; init; }

    /// <summary>
    /// Status of the answer of kind <c>status</c>, which needs it, 300 to 599. Null for others.
    /// </summary>
    public int? Status { get; init; }

    /// <summary>
    /// <c>Retry-After</c> of kind <c>status</c> in seconds, 0 to 86 400. Default null: none. Null for others.
    /// </summary>
    public int? RetryAfterS { get; init; }

    /// <summary>
    /// Name of the header of kind <c>strip-header</c>, which needs it: 1 to 64 letters, digits and hyphens. Null for
    /// others.
    /// </summary>
    public string? Header { get; init; }

    /// <summary>
    /// Rate of kind <c>bandwidth</c>, which needs it, in bytes a second, 1 to 1 000 000 000. Null for others.
    /// </summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>
    /// Longest slice in bytes of kind <c>slice</c>, and longest payload of a fragment of kinds <c>fragment</c> and
    /// <c>interleave</c>, which need it, 1 to 65 536. Null for others.
    /// </summary>
    public int? ChunkBytes { get; init; }

    /// <summary>Pings of kind <c>ping-flood</c>, which needs it, 1 to 100 000. Null for others.</summary>
    public int? Count { get; init; }

    /// <summary>
    /// Payload of kind <c>oversize</c> in bytes, which needs it, 1 to 268 435 456. Null for others.
    /// </summary>
    public int? PayloadBytes { get; init; }

    /// <summary>Seed of kind <c>jitter</c>, 0 or more. Default null: 0. Null for others.</summary>
    public int? Seed { get; init; }

    /// <summary>
    /// True when the fault ends the connection for at least one end: a cut, and a <c>black-hole</c> that does not heal.
    /// Source: <see cref="FaultCatalogue"/>.
    /// </summary>
    public bool EndsConnection => Kind == FaultKind.BlackHole
        ? Heal is null
        : FaultCatalogue.Find(Kind) is not { IsCut: false };
}
