using System.Globalization;
using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>Counts and times that a history holds.</summary>
internal sealed record TrialNumbers
{
    public required int Resumes { get; init; }

    public required long Operations { get; init; }

    public required IReadOnlyDictionary<string, int> Cuts { get; init; }

    /// <summary>Samples of the measure resume-latency, in seconds.</summary>
    public required IReadOnlyList<double> ResumeSeconds { get; init; }

    /// <summary>The same by place and by absence, where the history tells them.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<double>> ResumeSecondsOfGroup { get; init; }

    /// <summary>Samples of each objective of the contract on this scenario, by its id.</summary>
    public required IReadOnlyDictionary<string, ObjectiveSamples> Objectives { get; init; }

    /// <summary>From the cut to the end of the replay of the resume after it, in milliseconds.</summary>
    public required IReadOnlyList<double> CutToRestoredMs { get; init; }

    public static TrialNumbers Of(TrialHistory history, Contract contract)
    {
        var operations = 0L;
        var cuts = new Dictionary<string, int>();
        var resumes = 0;
        var restoredMs = new List<double>();
        var lost = new Dictionary<string, long>();
        foreach (var line in history.Events)
        {
            switch (line)
            {
                case { Type: HistoryEventType.Invoke }:
                    operations++;
                    break;
                case { Type: HistoryEventType.Injection, Injection: { Cut: true, Status: "fired" } cut }:
                    var kind = cut.CloseCode is { } code
                        ? string.Create(CultureInfo.InvariantCulture, $"{cut.Kind}-{code}")
                        : cut.Kind;
                    cuts[kind] = cuts.GetValueOrDefault(kind) + 1;
                    lost[line.Session ?? string.Empty] = line.TimeNs;
                    break;
                case
                {
                    Type: HistoryEventType.Ok, Operation: Operation.Resume,
                    Result.Attach.Outcome: AttachOutcome.Resumed,
                }:
                    resumes++;
                    if (lost.Remove(line.Session ?? string.Empty, out var since))
                    {
                        restoredMs.Add((line.TimeNs - since) / 1e6);
                    }

                    break;
            }
        }

        return new TrialNumbers
        {
            Resumes = resumes,
            Operations = operations,
            Cuts = cuts,
            ResumeSeconds = ResumeLatency.Seconds(history),
            ResumeSecondsOfGroup = ResumeLatency.Groups(history, contract.Windows),
            Objectives = contract.Objectives
                .Where(objective => objective.Scenario == history.Header.Scenario)
                .ToDictionary(objective => objective.Id, each => ObjectiveSamples.Of(each, contract, history)),
            CutToRestoredMs = restoredMs,
        };
    }
}
