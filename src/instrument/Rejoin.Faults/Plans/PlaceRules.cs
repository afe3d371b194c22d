namespace Rejoin.Faults.Plans;

/// <summary>Which places go with a kind of fault.</summary>
internal static class PlaceRules
{
    public static void Check(CutPoint at, FaultKindInfo info, string path, PlanErrors errors)
    {
        if ((info.Places & PlaceOf(at)) != 0)
        {
            return;
        }

        var (field, value) = at.Handshake is { } handshake
            ? (".handshake", handshake.ToString())
            : (".position", at.Position.ToString());
        errors.Add(path + field, PlanRules.Quote(value), $"allowed with kind {info.Name}: {Names(info.Places)}");
    }

    private static FaultPlaces PlaceOf(CutPoint at) => at.Handshake?.Kind switch
    {
        null when at.Position.Kind == FramePositionKind.Before => FaultPlaces.Before,
        null when at.Position.Kind == FramePositionKind.After => FaultPlaces.After,
        null => FaultPlaces.InsideFrame,
        HandshakePositionKind.Accepted => FaultPlaces.Accepted,
        HandshakePositionKind.RequestEnd => FaultPlaces.RequestEnd,
        HandshakePositionKind.ResponseEnd => FaultPlaces.ResponseEnd,
        HandshakePositionKind.Response => FaultPlaces.InResponse,
        _ => FaultPlaces.InRequest,
    };

    private static string Names(FaultPlaces places)
    {
        var names = new List<string>();
        if (places.HasFlag(FaultPlaces.Frame))
        {
            names.Add("a place in a frame");
        }
        else
        {
            names.AddRange(places.HasFlag(FaultPlaces.Before) ? ["before"] : []);
            names.AddRange(places.HasFlag(FaultPlaces.After) ? ["after"] : []);
        }

        foreach (var (place, name) in (ReadOnlySpan<(FaultPlaces, string)>)
            [
                (FaultPlaces.Accepted, "handshake accepted"), (FaultPlaces.InRequest, "handshake request:j"),
                (FaultPlaces.RequestEnd, "handshake requestEnd"), (FaultPlaces.InResponse, "handshake response:j"),
                (FaultPlaces.ResponseEnd, "handshake responseEnd"),
            ])
        {
            names.AddRange(places.HasFlag(place) ? [name] : []);
        }

        return string.Join(", ", names);
    }
}
