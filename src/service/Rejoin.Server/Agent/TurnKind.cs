namespace Rejoin.Server;

/// <summary>The two things an agent works on.</summary>
public enum TurnKind
{
    /// <summary>A reply to a user message.</summary>
    Reply,

    /// <summary>A workflow.</summary>
    Workflow,
}
