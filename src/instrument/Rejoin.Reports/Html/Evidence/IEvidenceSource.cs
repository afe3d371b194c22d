namespace Rejoin.Reports;

/// <summary>The histories that findings point to.</summary>
internal interface IEvidenceSource
{
    /// <summary>History with a name as evidence gives it, or why it cannot be shown.</summary>
    EvidenceHistory Read(string name);
}
