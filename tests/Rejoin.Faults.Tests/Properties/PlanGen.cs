using CsCheck;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Tests.Properties;

/// <summary>Valid plans.</summary>
internal static class PlanGen
{
    private static readonly int[] Codes = [1000, 1003, 1007, 1012, 1014, 3000, 4999];

    private static readonly Gen<int> Ordinal = Gen.OneOf(Gen.Int[1, 9], Gen.Int[1, int.MaxValue]);
    private static readonly Gen<int> Ms = Gen.Int[1, 3_600_000];

    private static readonly Gen<FramePosition> Boundary = Pick.From(FramePosition.Before, FramePosition.After);

    private static readonly Gen<FramePosition> Position = Gen.OneOf(
        Boundary,
        Pick.From(FramePosition.AfterHeader, FramePosition.Middle, FramePosition.Last),
        Gen.Int[1, 14].Select(FramePosition.Header),
        Gen.Long[1, 999_999_999_999_999_999].Select(FramePosition.Payload));

    private static readonly Gen<HandshakePosition> Handshake = Gen.OneOf(
        Pick.From(HandshakePosition.Accepted, HandshakePosition.RequestEnd, HandshakePosition.ResponseEnd),
        Gen.Int[1, 65_536].Select(HandshakePosition.Request),
        Gen.Int[1, 65_536].Select(HandshakePosition.Response));

    private static readonly Gen<FaultAction> Cut = Gen.OneOf(
        Pick.From(FaultKind.Fin, FaultKind.Rst).Select(kind => new FaultAction { Kind = kind }),
        Gen.Select(
            Pick.From(FaultKind.HalfOpenClientLost, FaultKind.HalfOpenServiceLost, FaultKind.BlackHole),
            Ms.Select(ms => ms % 3 == 0 ? null : new HealRule(ms)),
            (kind, heal) => new FaultAction { Kind = kind, Heal = heal }),
        Ms.Select(ms => new FaultAction { Kind = FaultKind.Stall, DelayMs = ms }));

    private static readonly Gen<FaultAction> Close =
        Pick.From(Codes).Select(code => new FaultAction { Kind = FaultKind.Close, CloseCode = code });

    private static readonly Gen<FaultAction> Delay =
        Ms.Select(ms => new FaultAction { Kind = FaultKind.Delay, DelayMs = ms });

    private static readonly Gen<(CutPoint At, FaultAction Do)> Deed = Gen.OneOf(
        Gen.Select(InFrame(Position), Gen.OneOf(Cut, Delay), (at, action) => (at, action)),
        Gen.Select(InFrame(Boundary), Close, (at, action) => (at, action)),
        Gen.Select(Ordinal, Handshake, Cut, (n, place, action) => (CutPoint.InHandshake(n, place), action)),
        Gen.Select(Ordinal, Pick.From([.. FaultCatalogue.All]), (n, info) => OfExample(n, info)),
        Gen.Select(Ordinal, Close, (n, action) => (CutPoint.InHandshake(n, HandshakePosition.ResponseEnd), action)));

    private static readonly Gen<string> Id = Gen.String[
        Gen.OneOf(Gen.Char['a', 'z'], Gen.Char[' ', '~'], Gen.Char['\u00a0', '\ud7ff'], Gen.Char['\ue000', '\uffff']),
        1, 60];

    /// <summary>Up to eight faults.</summary>
    public static Gen<FaultPlan> Any { get; } = Gen.Select(Deed, Id, Gen.Enum<FaultRepeat>()).Array[0, 8]
        .Select(faults => new FaultPlan
        {
            Faults =
            [
                .. faults.Select((fault, i) => new Fault
                {
                    Id = i + "-" + fault.Item2,
                    At = fault.Item1.At,
                    Do = fault.Item1.Do,
                    Repeat = fault.Item3,
                }),
            ],
        });

    private static (CutPoint At, FaultAction Do) OfExample(int connection, FaultKindInfo info)
    {
        var json = $$"""{"schema":"rejoin.plan/1","faults":[{{info.Example}}]}""";
        var fault = FaultPlan.FromJson(json).Faults[0];
        return (fault.At with { Connection = connection }, fault.Do);
    }

    private static Gen<CutPoint> InFrame(Gen<FramePosition> position) => Gen.Select(
        Ordinal, Gen.Enum<Direction>(), Ordinal, position, Gen.Enum<DataOpcode>(),
        (connection, direction, frame, place, opcode) => new CutPoint
        {
            Connection = connection,
            Direction = direction,
            Frame = frame,
            Position = place,
            Opcode = opcode,
        });
}
