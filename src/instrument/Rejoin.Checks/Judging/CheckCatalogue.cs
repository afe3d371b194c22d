namespace Rejoin.Checks;

/// <summary>Every check that there is, in the order of their ids.</summary>
public static class CheckCatalogue
{
    private static readonly string[] EveryScenario = ["all"];

    /// <summary>All checks.</summary>
    public static IReadOnlyList<CheckDescription> All { get; } =
    [
        Of(new Lost()),
        Of(new DuplicateApply()),
        Of(new Phantom()),
        Of(new Reorder()),
        Of(new Torn()),
        Of(new FlipFlop()),
        Of(new Gap()),
        Of(new DuplicateDelivery()),
        Of(new DeliveryOrder()),
        Of(new FalseReset()),
        Of(new StreamSplice(), CheckSeverity.Fail, "history"),
        Of(new Cursor()),
        Of(new HistoryMismatch(), CheckSeverity.Fail, "history"),
        Of(new Stale()),
        Of(new NonMonotonic()),
        Of(new MemoryValue(), CheckSeverity.Fail, "agent-state"),
        Of(new StepRegress(), CheckSeverity.Fail, "agent-state"),
        Of(new EffectCount(), CheckSeverity.Fail, "agent-state"),
        Of(new IdentityDrift()),
        Of(new SilentReset()),
        Of(new SplitBrain(), CheckSeverity.Fail, "location"),
        Of(new ZombieDelivery(), CheckSeverity.Fail, "location"),
        Of(new ZombieConnection(), CheckSeverity.Fail, "repeated"),
        Of(new Fork(), CheckSeverity.Fail, "history", "repeated"),
        Of(new SessionLeak()),
        Of(new PrincipalLeak()),
        Of(new AcceptedAfterExpiry(), CheckSeverity.Fail, "absence"),
        Of(new PrematureExpiry(), CheckSeverity.Fail, "absence"),
        Of(new WrongCloseCode()),
        Of(new UnreportedMove(), CheckSeverity.Fail, "location"),
        Of(new NoRecovery()),
        Of(new StuckOperation()),
        Of(new Livelock(), CheckSeverity.Fail, "sweep"),
        PercentileOverLimit.Description,
        RatioOverLimit.Description,
        RateUnderLimit.Description,
        GrowthOverLimit.Description,
        Of(new Vacuous(), CheckSeverity.Unknown),
        Of(new FaultNotFired(), CheckSeverity.Unknown),
        Diverged.Description,
    ];

    /// <summary>Ids of the checks that a scenario uses, in order.</summary>
    public static IReadOnlyList<string> UsedBy(string scenario) =>
        [.. All.Where(check => check.IsUsedBy(scenario)).Select(check => check.Id)];

    /// <summary>Check with an id, in any case; null if there is none.</summary>
    public static CheckDescription? Find(string id) =>
        All.FirstOrDefault(check => check.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static CheckDescription Of(
        ICheck check, CheckSeverity severity = CheckSeverity.Fail, params string[] scenarios) => new()
        {
            Id = check.Id,
            Name = check.Name,
            Meaning = check.Meaning,
            Severity = severity,
            Scenarios = scenarios.Length == 0 ? EveryScenario : scenarios,
            Check = check,
        };
}
