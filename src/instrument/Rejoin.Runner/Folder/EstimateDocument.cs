namespace Rejoin.Runner;

/// <summary>A number without a limit.</summary>
/// <param name="Id">Name.</param>
/// <param name="Estimate">Value.</param>
/// <param name="Low">Lower end of the confidence interval; null if there is none.</param>
/// <param name="High">Upper end of the confidence interval; null if there is none.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Samples">Samples.</param>
public sealed record EstimateDocument(
    string Id, double Estimate, double? Low, double? High, string Unit, int Samples);
