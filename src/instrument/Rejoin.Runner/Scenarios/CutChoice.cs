using Rejoin.Faults.Plans;

namespace Rejoin.Runner.Scenarios;

/// <summary>The kinds and positions of cuts that scenarios draw from.</summary>
internal static class CutChoice
{
    private static readonly (FaultKind Kind, int? CloseCode)[] Kinds =
    [
        (FaultKind.Fin, null), (FaultKind.Rst, null), (FaultKind.HalfOpenClientLost, null),
        (FaultKind.Close, 1001), (FaultKind.Close, 1011), (FaultKind.Close, 1012),
    ];

    /// <summary>Kinds that the service notices too, at once.</summary>
    private static readonly (FaultKind Kind, int? CloseCode)[] Noticed =
        [.. Kinds.Where(kind => kind.Kind != FaultKind.HalfOpenClientLost)];

    /// <summary>The cut of a turn: kinds come in turn, so that each occurs.</summary>
    public static FaultAction Kind(int turn) => Action(Kinds[turn % Kinds.Length]);

    /// <summary>The cut of a turn that the service notices too.</summary>
    public static FaultAction NoticedKind(int turn) => Action(Noticed[turn % Noticed.Length]);

    /// <summary>A position in a frame at which the cut can stand.</summary>
    public static FramePosition Position(FaultAction cut, Random random) => cut.Kind == FaultKind.Close
        ? (random.Next(2) == 0 ? FramePosition.Before : FramePosition.After)
        : Position(random);

    /// <summary>Any position in a frame.</summary>
    public static FramePosition Position(Random random) => random.Next(7) switch
    {
        0 => FramePosition.Before,
        1 => FramePosition.Header(1),
        2 => FramePosition.AfterHeader,
        3 => FramePosition.Payload(random.Next(1, 17)),
        4 => FramePosition.Middle,
        5 => FramePosition.Last,
        _ => FramePosition.After,
    };

    private static FaultAction Action((FaultKind Kind, int? CloseCode) kind) =>
        new() { Kind = kind.Kind, CloseCode = kind.CloseCode };
}
