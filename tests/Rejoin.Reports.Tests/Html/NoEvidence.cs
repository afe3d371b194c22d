namespace Rejoin.Reports.Tests.Html;

/// <summary>A run folder whose histories are gone.</summary>
internal sealed class NoEvidence : IEvidenceSource
{
    public EvidenceHistory Read(string name) => EvidenceHistory.None($"'{name}' is not here.");
}
