using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>What a resume policy is asked.</summary>
internal sealed record ResumeQuestion(ResumeState State, Position Position, bool Snapshots);
