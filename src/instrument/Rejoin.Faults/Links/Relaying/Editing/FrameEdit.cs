namespace Rejoin.Faults.Links.Relaying;

/// <summary>A change to the frames of one direction. Sees each frame once, in order.</summary>
internal abstract class FrameEdit
{
    /// <summary>True when it will change nothing any more.</summary>
    public virtual bool IsOver => false;

    /// <summary>The frames that go out in place of one; empty when it is left out or kept for later.</summary>
    public abstract IEnumerable<WireFrame> Apply(WireFrame frame);

    /// <summary>What it has kept, because another fault acts or the direction ends.</summary>
    public virtual IEnumerable<WireFrame> Release() => [];

    /// <summary>A frame could not be handed to it, for the reason given.</summary>
    public virtual void Skipped(string reason)
    {
    }
}
