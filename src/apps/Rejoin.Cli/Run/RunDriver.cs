using Rejoin.Checks;
using Rejoin.Drivers;
using Rejoin.Drivers.Reference;
using Rejoin.Drivers.Stdio;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The driver of a run: what the option says, else what the contract says, else that of rejoin.v1.</summary>
internal static class RunDriver
{
    /// <summary>The contract with the driver that the option names.</summary>
    /// <exception cref="RejoinException">It is no command.</exception>
    public static Contract Named(string? option, Contract contract)
    {
        if (option is null)
        {
            return contract;
        }

        if (option == "reference")
        {
            return contract with { Driver = new() { Kind = DriverKind.Reference } };
        }

        return CommandWords.TrySplit(option, out var words)
            ? contract with
            {
                Driver = new() { Kind = DriverKind.Stdio, Command = words, Folder = Directory.GetCurrentDirectory() },
            }
            : throw new RejoinException(
                $"--driver is '{option}'; allowed: reference, or a command with its arguments.",
                "Close every quote; no shell reads the command.");
    }

    /// <summary>The driver, started once to hear what it can do.</summary>
    /// <exception cref="RejoinException">It cannot be started, or its first line is wrong.</exception>
    public static async Task<IDriver> ResolveAsync(Contract contract, CancellationToken cancellation)
    {
        if (contract.Driver is not { Kind: DriverKind.Stdio } driver)
        {
            return new ReferenceDriver();
        }

        try
        {
            return await StdioDriver.StartAsync(
                new StdioDriverOptions
                {
                    FileName = driver.Command[0],
                    Arguments = [.. driver.Command.Skip(1)],
                    WorkFolder = driver.Folder,
                },
                cancellation);
        }
        catch (DriverException error)
        {
            throw new RejoinException(
                $"The driver cannot be used: {error.Message} ({error.Code})",
                "docs/reference/driver.md says what a driver must do; 'rejoin driver-test' examines one.");
        }
    }

    /// <summary>The driver, with what it writes to standard error kept in the run folder.</summary>
    public static IDriver Logging(IDriver driver, RunFolder folder) =>
        driver is StdioDriver stdio ? stdio.LoggingTo(folder.LogFolder) : driver;
}
