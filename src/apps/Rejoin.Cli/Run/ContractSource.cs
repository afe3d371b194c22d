using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The contract that a command judges by.</summary>
internal static class ContractSource
{
    /// <summary>Contract in a file; the built-in one of the reference service for null.</summary>
    /// <exception cref="RejoinException">The file is wrong; the message holds every error.</exception>
    public static Contract Read(string? path)
    {
        if (path is null)
        {
            return BuiltInContracts.Reference();
        }

        var read = ContractReader.ReadFile(path);
        if (read.Contract is { } contract)
        {
            return contract;
        }

        var count = read.Errors.Count == 1 ? "an error" : $"{read.Errors.Count} errors";
        throw new RejoinException(
            $"The contract '{path}' has {count}:\n{string.Join('\n', read.Errors)}",
            "Every key is described in docs/reference/contract.md.");
    }
}
