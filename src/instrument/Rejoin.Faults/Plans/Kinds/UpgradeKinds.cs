namespace Rejoin.Faults.Plans;

/// <summary>Kinds that change the opening handshake.</summary>
internal static class UpgradeKinds
{
    public static FaultKindInfo[] All { get; } =
    [
        new()
        {
            Kind = FaultKind.Status,
            Layer = FaultLayer.Upgrade,
            Summary = "the link answers the upgrade with a status",
            Example = KindExample.InHandshake("""{"kind":"status","status":503,"retryAfterS":2}""", "accepted"),
            IsCut = true,
            Places = FaultPlaces.Accepted | FaultPlaces.RequestEnd,
            Needs = ["status"],
            Takes = ["retryAfterS"],
        },
        new()
        {
            Kind = FaultKind.StripHeader,
            Layer = FaultLayer.Upgrade,
            Summary = "a header is left out of the request or of the 101",
            Example = KindExample.InHandshake("""{"kind":"strip-header","header":"Authorization"}""", "accepted"),
            Places = FaultPlaces.Accepted | FaultPlaces.RequestEnd,
            Needs = ["header"],
        },
        new()
        {
            Kind = FaultKind.BadAccept,
            Layer = FaultLayer.Upgrade,
            Summary = "the 101 has a wrong Sec-WebSocket-Accept",
            Example = KindExample.InHandshake("""{"kind":"bad-accept"}""", "requestEnd"),
            Places = FaultPlaces.RequestEnd,
        },
    ];
}
