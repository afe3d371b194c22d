using YamlDotNet.RepresentationModel;

namespace Rejoin.Checks;

/// <summary>Turns the tree of a contract file into a contract, and gathers what is wrong on the way.</summary>
internal sealed class ContractParser(string file)
{
    private const int MaximumObjectives = 100;
    private const int MaximumCodes = 32;
    private const int MaximumFrames = 1_000;
    private const int MaximumConnections = 100;
    private const long MaximumEvents = 1_000_000_000_000;

    private static readonly string[] Keys =
    [
        "schema", "service", "target", "driver", "windows", "retention", "delivery", "order", "takeover", "moves",
        "expiry", "recovered", "reads", "isolation", "closeCodes", "timeouts", "progress",
        "objectives",
    ];

    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly List<YamlError> _errors = [];

    public ContractReadResult Parse(YamlMappingNode root)
    {
        var top = new YamlSection(file, "", root, Keys, _errors);
        Schema(top);
        var windows = Windows(top);
        var contract = new Contract
        {
            Service = top.Text("service", 128, required: true) ?? "",
            Target = TargetParser.Target(top),
            Driver = TargetParser.Driver(top),
            Windows = windows,
            Retention = Retention(top),
            Delivery = Deliveries(top),
            Order = top.Word<OrderScope>("order") ?? OrderScope.None,
            Takeover = top.Word<Takeover>("takeover"),
            Moves = top.Word<MoveReport>("moves"),
            Expiry = top.Word<Expiry>("expiry"),
            Recovered = top.Word<RecoveredSignal>("recovered") ?? RecoveredSignal.Absent,
            Reads = top.Words<ReadKind>("reads"),
            Isolation = Isolation(top),
            CloseCodes = CloseCodes(top),
            Timeouts = Timeouts(top),
            Progress = Progress(top),
            Objectives = Objectives(top, windows),
        };
        return _errors.Count == 0
            ? new ContractReadResult { Contract = contract }
            : new ContractReadResult { Errors = [.. _errors.OrderBy(error => error.Line)] };
    }

    private static void Schema(YamlSection top)
    {
        var schema = top.Text("schema", 64, required: true);
        if (schema is null || schema == Contract.CurrentSchema)
        {
            return;
        }

        const string Family = "rejoin.contract/";
        var newer = schema.StartsWith(Family, StringComparison.Ordinal)
            && int.TryParse(schema[Family.Length..], out var version) && version > 1;
        top.Report("schema", newer ? "is of a newer version than this tool reads; update the tool" : "is not known",
            Contract.CurrentSchema);
    }

    private static ContractWindows Windows(YamlSection top)
    {
        if (top.Section("windows", ["brief", "medium", "quickScale"]) is not { } section)
        {
            return new();
        }

        var windows = new ContractWindows
        {
            Brief = section.Time("brief", Millisecond, Month),
            Medium = section.Time("medium", Millisecond, Month),
            QuickScale = section.Number("quickScale", 0.001, 0.999),
        };
        if (windows.Brief > windows.Medium)
        {
            section.Report("medium", "is shorter than windows.brief",
                $"{Duration.Format(windows.Brief.Value)} or longer");
        }

        return windows;
    }

    private static ContractRetention Retention(YamlSection top) =>
        new() { Events = top.Section("retention", ["events"])?.Integer("events", 1, MaximumEvents) };

    private static ContractDelivery Deliveries(YamlSection top)
    {
        var section = top.Section("delivery", ["toService", "toClient"]);
        return new()
        {
            ToService = section?.Word<Delivery>("toService"),
            ToClient = section?.Word<Delivery>("toClient"),
        };
    }

    private static ContractIsolation Isolation(YamlSection top)
    {
        var section = top.Section("isolation", ["sessions", "principals"]);
        return new() { Sessions = section?.Flag("sessions") ?? true, Principals = section?.Flag("principals") ?? true };
    }

    private static ContractCloseCodes CloseCodes(YamlSection top)
    {
        if (top.Section("closeCodes", ["superseded", "left", "restart"]) is not { } section)
        {
            return new();
        }

        return new()
        {
            Superseded = Codes(section, "superseded"),
            Left = Codes(section, "left"),
            Restart = Codes(section, "restart"),
        };
    }

    private static IReadOnlyList<int> Codes(YamlSection section, string key)
    {
        var codes = section.Integers(key, 1000, 4999, MaximumCodes);
        if (codes.Any(code => code is 1004 or 1005 or 1006 or 1015))
        {
            section.Report(key, "names a code that no close frame may carry (RFC 6455 §7.4.1)",
                "1000 to 4999 without 1004, 1005, 1006, 1015");
        }

        return codes;
    }

    private static ContractTimeouts Timeouts(YamlSection top)
    {
        var section = top.Section("timeouts", ["operation", "recovery"]);
        var defaults = new ContractTimeouts();
        return new()
        {
            Operation = section?.Time("operation", Millisecond, Hour) ?? defaults.Operation,
            Recovery = section?.Time("recovery", Millisecond, Hour) ?? defaults.Recovery,
        };
    }

    private static ContractProgress Progress(YamlSection top)
    {
        var section = top.Section("progress", ["frames", "connections"]);
        return new()
        {
            Frames = (int?)section?.Integer("frames", 1, MaximumFrames),
            Connections = (int?)section?.Integer("connections", 1, MaximumConnections)
                ?? new ContractProgress().Connections,
        };
    }

    private static List<Objective> Objectives(YamlSection top, ContractWindows windows)
    {
        var parser = new ObjectiveParser(windows);
        return
        [
            .. top.Sections("objectives", [.. MeasureRules.AllKeys], MaximumObjectives).Select(parser.Parse),
        ];
    }
}
