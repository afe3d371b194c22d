using Rejoin.Checks;
using Rejoin.Drivers;
using Rejoin.Drivers.Reference;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The service that a command was pointed at.</summary>
/// <param name="Choice">Which one.</param>
/// <param name="Tokens">Access tokens, one per principal; empty for the embedded service and those that take
/// none.</param>
internal sealed record RunTarget(TargetChoice Choice, IReadOnlyList<string> Tokens)
{
    /// <summary>A planted bug needs the service that it can be planted in.</summary>
    public static void RequireEmbedded(string? sabotage, TargetChoice choice)
    {
        if (sabotage is null)
        {
            return;
        }

        SabotageSource.Require(sabotage);
        if (!choice.IsEmbedded)
        {
            throw new RejoinException(
                $"--sabotage works on the embedded service only, not on '{choice.Text}'.",
                "Leave out --target or --sabotage.");
        }
    }

    /// <summary>Gets the tokens and looks whether the service answers, before anything is written.</summary>
    public static async Task<RunTarget> ResolveAsync(
        TargetChoice choice, string? tokenCommand, IDriver driver, CancellationToken cancellation)
    {
        if (choice.IsEmbedded || choice.Command is { Access: not AccessKind.Token })
        {
            return tokenCommand is null
                ? new RunTarget(choice, [])
                : throw new RejoinException(
                    choice.IsEmbedded
                        ? "--token-command has no use with the embedded service, which has tokens of its own."
                        : "--token-command has no use with a service whose 'access' in the contract is no token.",
                    "Leave it out, or give --target.");
        }

        var tokens = await AccessTokens.ReadAsync(tokenCommand, cancellation);
        if (choice.Address is not { } address)
        {
            return tokens.Count > 0 ? new RunTarget(choice, tokens) : throw new RejoinException(
                "There is no access token for the service.",
                "Put one per principal into REJOIN_TOKEN, or state target.access in the contract.");
        }

        // Without a token the target's own constructor says so, before anything is sent.
        _ = new UrlTarget(address, tokens);
        if (driver is ReferenceDriver)
        {
            await TargetProbe.RunAsync(address, tokens, cancellation);
        }

        return new RunTarget(choice, tokens);
    }

    /// <summary>The contract as far as it can be judged: with one principal there is nobody to be kept apart
    /// from.</summary>
    public Contract Judgeable(Contract contract) => HasOnePrincipal
        ? contract with { Isolation = contract.Isolation with { Principals = false } }
        : contract;

    /// <summary>The target of a run.</summary>
    public ITarget Open(Contract contract, RunFolder folder, string? sabotage) => Choice switch
    {
        { Address: { } address } => new UrlTarget(address, Tokens) { Recovery = contract.Timeouts.Recovery },
        { Command: { } service } => new CommandTarget(
            service, OwnCommand.Keeper(), folder.LogFolder, Tokens, TimeProvider.System),
        _ => new EmbeddedTarget(
            OwnCommand.Embedded(), folder.WorkFolder, folder.LogFolder, sabotage, EmbeddedService.RaisedLimitsNote),
    };

    private bool HasOnePrincipal =>
        Choice.Command?.Access == AccessKind.None || (!Choice.IsEmbedded && Tokens.Count == 1);
}
