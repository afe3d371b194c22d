using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The contract that a command judges by.</summary>
internal static class ContractSource
{
    /// <summary>Contract in a file; the built-in one of the reference service for null.</summary>
    /// <param name="path">File.</param>
    /// <param name="isOutside">Whether the service is only seen from outside, without its counts and audit log.</param>
    /// <exception cref="RejoinException">The file is wrong; the message holds every error.</exception>
    public static Contract Read(string? path, bool isOutside = false)
    {
        if (path is null)
        {
            return isOutside ? BuiltInContracts.ReferenceFromOutside() : BuiltInContracts.Reference();
        }

        if (!File.Exists(path))
        {
            throw new RejoinException(
                $"There is no contract '{path}'.", "Check --contract; docs/reference/contract.md says what is in one.");
        }

        var read = ContractReader.ReadFile(path);
        if (read.Contract is { } contract)
        {
            return Placed(contract, Path.GetDirectoryName(Path.GetFullPath(path))!);
        }

        var count = read.Errors.Count == 1 ? "an error" : $"{read.Errors.Count} errors";
        throw new RejoinException(
            $"The contract '{path}' has {count}:\n{string.Join('\n', read.Errors)}",
            "Every key is described in docs/reference/contract.md.");
    }

    /// <summary>The contract with folders that hold from anywhere: those of a file count from where it lies.</summary>
    private static Contract Placed(Contract contract, string folder) => contract with
    {
        Target = contract.Target is { Kind: TargetKind.Command } target
            ? target with { Folder = Path.GetFullPath(target.Folder ?? ".", folder) }
            : contract.Target,
        Driver = contract.Driver is { Kind: DriverKind.Stdio } driver
            ? driver with { Folder = Path.GetFullPath(driver.Folder ?? ".", folder) }
            : contract.Driver,
    };
}
