using System.Text.RegularExpressions;

namespace Rejoin.Checks;

/// <summary>Reads the sections <c>target</c> and <c>driver</c> of a contract.</summary>
internal static partial class TargetParser
{
    private const int LongestAddress = 1024;
    private const int LongestFolder = 1024;
    private const int MaximumVariables = 64;

    private static readonly string[] Keys =
        ["kind", "url", "command", "folder", "environment", "ready", "stop", "access"];

    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    public static ContractTarget? Target(YamlSection top)
    {
        if (top.Section("target", Keys) is not { } section)
        {
            return null;
        }

        var kind = section.Word<TargetKind>("kind", required: true);
        var target = new ContractTarget
        {
            Kind = kind ?? default,
            Url = section.Text("url", LongestAddress, required: kind is TargetKind.Url or TargetKind.Command),
            Command = section.Command("command", required: kind is TargetKind.Command),
            Folder = section.Text("folder", LongestFolder),
            Environment = section.Texts("environment", MaximumVariables, VariableName(),
                "names of letters, digits and _"),
            Ready = Ready(section),
            Stop = Stop(section),
            Access = section.Word<AccessKind>("access") ?? AccessKind.Token,
        };
        Foreign(section, kind switch
        {
            TargetKind.Embedded => ["url", "command", "folder", "environment", "ready", "stop", "access"],
            TargetKind.Url => ["command", "folder", "environment", "ready", "stop"],
            _ => [],
        });
        Address(section, target, kind);
        return target;
    }

    public static ContractDriver? Driver(YamlSection top)
    {
        if (top.Section("driver", ["kind", "command", "folder"]) is not { } section)
        {
            return null;
        }

        var kind = section.Word<DriverKind>("kind", required: true);
        var driver = new ContractDriver
        {
            Kind = kind ?? default,
            Command = section.Command("command", required: kind is DriverKind.Stdio),
            Folder = section.Text("folder", LongestFolder),
        };
        Foreign(section, kind is DriverKind.Reference ? ["command", "folder"] : []);
        return driver;
    }

    private static void Foreign(YamlSection section, string[] keys)
    {
        foreach (var key in keys.Where(section.Has))
        {
            section.Report(key, "does not belong to this kind", "another kind, or the section without this key");
        }
    }

    private static void Address(YamlSection section, ContractTarget target, TargetKind? kind)
    {
        const string Allowed = "ws://HOST:PORT/PATH or wss://HOST/PATH, without user, password and fragment";
        if (target.Url is not { } url)
        {
            return;
        }

        var isCommand = kind is TargetKind.Command;
        if (isCommand && !url.Contains(ContractTarget.PortMark, StringComparison.Ordinal))
        {
            section.Report("url", "has no {port}: every round has a process of its own, on a port of its own",
                "ws://127.0.0.1:{port}/PATH");
        }
        else if (!Uri.TryCreate(isCommand ? AtPort(url) : url, UriKind.Absolute, out var address)
            || address.Scheme is not ("ws" or "wss") || address.Host.Length == 0 || address.UserInfo.Length > 0
            || address.Fragment.Length > 0)
        {
            section.Report("url", "is not the address of a WebSocket", Allowed);
        }
    }

    private static ContractReady Ready(YamlSection target)
    {
        var defaults = new ContractReady();
        if (target.Section("ready", ["line", "http", "within"]) is not { } section)
        {
            return defaults;
        }

        var ready = new ContractReady
        {
            Line = section.Text("line", 256),
            Http = section.Text("http", LongestAddress),
            Within = section.Time("within", Millisecond, TimeSpan.FromHours(1)) ?? defaults.Within,
        };
        if (ready is { Line: not null, Http: not null })
        {
            section.Report("http", "stands beside 'line'", "one of the two");
        }

        if (ready.Http is { } http && (!Uri.TryCreate(AtPort(http), UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")))
        {
            section.Report("http", "is not an address", "http://127.0.0.1:{port}/PATH");
        }

        return ready;
    }

    private static ContractStop Stop(YamlSection target)
    {
        var section = target.Section("stop", ["signal", "within"]);
        var defaults = new ContractStop();
        return new()
        {
            Signal = section?.Word<StopSignal>("signal") ?? defaults.Signal,
            Within = section?.Time("within", Millisecond, TimeSpan.FromMinutes(1)) ?? defaults.Within,
        };
    }

    private static string AtPort(string text) =>
        text.Replace(ContractTarget.PortMark, "1", StringComparison.Ordinal);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,127}$", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
