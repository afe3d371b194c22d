namespace Rejoin.Faults.Plans;

/// <summary>Places at which a kind of fault can act, as a set of flags.</summary>
[Flags]
internal enum FaultPlaces
{
    None = 0,
    Before = 1,
    After = 2,
    InsideFrame = 4,
    Accepted = 8,
    InRequest = 16,
    RequestEnd = 32,
    InResponse = 64,
    ResponseEnd = 128,

    /// <summary>Between two frames.</summary>
    Boundary = Before | After,

    /// <summary>Anywhere in a frame.</summary>
    Frame = Boundary | InsideFrame,

    /// <summary>After the service's answer.</summary>
    Connection = Frame | InResponse | ResponseEnd,

    Everywhere = Connection | Accepted | InRequest | RequestEnd,
}
