using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The target of a command: what the option says, else what the contract says, else the embedded
/// service.</summary>
/// <param name="Address">Address of a service that is running; null = another kind.</param>
/// <param name="Command">How a service is started; null = another kind.</param>
internal sealed record TargetChoice(Uri? Address, ContractTarget? Command)
{
    /// <summary>Whether it is the reference service, with a clock and counts.</summary>
    public bool IsEmbedded => Address is null && Command is null;

    /// <summary>The choice in words.</summary>
    public string Text => Address?.OriginalString
        ?? (Command is null
            ? TargetName.Embedded
            : $"command {string.Join(' ', Command.Command.Select(ShellWord.Of))}");

    /// <summary>A contract for a command that uses neither its target nor its driver.</summary>
    /// <exception cref="RejoinException">It names one: another service than that one would be judged.</exception>
    public static Contract RequireUnnamed(Contract contract) =>
        contract.Target is { Kind: not TargetKind.Embedded } || contract.Driver is { Kind: not DriverKind.Reference }
            ? throw new RejoinException(
                "The contract has a target or driver of its own, which 'rejoin sweep' cannot use yet.",
                "Use 'rejoin run', or a contract without these sections and --target.")
            : contract;

    /// <summary>The choice.</summary>
    /// <param name="option">Value of <c>--target</c>; null = not given.</param>
    /// <param name="contract">Contract; its folders are resolved.</param>
    /// <exception cref="RejoinException">An address is none, or carries a secret.</exception>
    public static TargetChoice Of(string? option, Contract contract)
    {
        if (option is not null || contract.Target is null)
        {
            return new(TargetName.AddressOf(option ?? TargetName.Embedded), null);
        }

        return contract.Target.Kind switch
        {
            TargetKind.Url => new(TargetName.AddressOf(contract.Target.Url!), null),
            TargetKind.Command => new(null, contract.Target),
            _ => new(null, null),
        };
    }
}
