using Rejoin.Faults.Codec;

namespace Rejoin.Faults.Links.Relaying;

/// <summary>Leaves the control frames of one opcode out.</summary>
internal sealed class DropControl(Opcode opcode) : FrameEdit
{
    public override IEnumerable<WireFrame> Apply(WireFrame frame) => frame.Opcode == opcode ? [] : [frame];
}
