using Rejoin.Checks;

namespace Rejoin.Cli;

/// <summary>The faults of one trial in few words, from its history.</summary>
internal static class TrialFaults
{
    private const string Fired = "fired";
    private const string NotFired = "not-fired";

    /// <summary>Kinds with their counts, such as <c>2 rst, 1 close-1012, 1 fin did not fire</c>.</summary>
    /// <param name="path">History; one that is not there has no faults.</param>
    public static string Of(string path)
    {
        if (!File.Exists(path))
        {
            return string.Empty;
        }

        var faults =
            from line in HistoryReader.ReadFile(path).History?.Events ?? []
            where line.Injection?.Status is Fired or NotFired
            group line.Injection by (Kind: KindOf(line.Injection!), line.Injection!.Status) into same
            orderby same.Key.Status, same.Key.Kind
            select $"{same.Count()} {same.Key.Kind}{(same.Key.Status == Fired ? "" : " did not fire")}";
        return string.Join(", ", faults);
    }

    /// <summary>Kind of a fault, with the code of a close frame.</summary>
    public static string KindOf(InjectionEvidence fault) =>
        fault.CloseCode is { } code ? $"{fault.Kind}-{code}" : fault.Kind;
}
