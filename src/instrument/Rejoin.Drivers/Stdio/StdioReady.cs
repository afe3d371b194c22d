using System.Text.Json;
using Rejoin.Checks;

namespace Rejoin.Drivers.Stdio;

/// <summary>The reading of a driver's first line.</summary>
internal static class StdioReady
{
    private const int LongestName = 128;
    private const int MostAttachFrames = 16;

    /// <summary>What the driver says that it is.</summary>
    /// <exception cref="DriverException">It says nothing that can be used.</exception>
    public static DriverDescription Read(StdioMessage message)
    {
        if (message.Type != "ready")
        {
            throw Wrong($"its first line is '{message.Type}' and not 'ready'");
        }

        if (message.Protocol != StdioDriver.Protocol)
        {
            throw new DriverException("version",
                $"The driver speaks '{message.Protocol}'; this tool speaks '{StdioDriver.Protocol}'.");
        }

        if (message.Name is not { Length: > 0 and <= LongestName }
            || message.Version is not { Length: > 0 and <= LongestName })
        {
            throw Wrong($"'name' and 'version' must be texts of 1 to {LongestName} characters");
        }

        if (message.AttachFrames is < 0 or > MostAttachFrames)
        {
            throw Wrong($"'attachFrames' is {message.AttachFrames}; allowed: 0 to {MostAttachFrames}");
        }

        var operations = new HashSet<Operation>();
        var unknown = new List<string>();
        foreach (var word in message.Operations ?? [])
        {
            if (Enum.TryParse<Operation>(word, ignoreCase: true, out var operation)
                && JsonNamingPolicy.CamelCase.ConvertName($"{operation}") == word)
            {
                operations.Add(operation);
            }
            else
            {
                unknown.Add(word);
            }
        }

        if (unknown.Count > 0)
        {
            throw Wrong($"there is no operation '{string.Join("', '", unknown.Take(5))}'");
        }

        return operations.IsSupersetOf([Operation.Connect, Operation.Resume, Operation.Drop])
            ? new DriverDescription
            {
                Name = message.Name,
                ClientVersion = message.Version,
                AttachFrames = message.AttachFrames ?? 0,
                Operations = operations,
            }
            : throw Wrong("'operations' must name connect, resume and drop at least");
    }

    private static DriverException Wrong(string what) =>
        new("not-ready", $"The driver's line 'ready' is wrong: {what}.");
}
