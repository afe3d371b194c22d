using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The service that a command was pointed at.</summary>
/// <param name="Address">Address; null = the embedded service.</param>
/// <param name="Tokens">Access tokens for an address, one per principal.</param>
internal sealed record RunTarget(Uri? Address, IReadOnlyList<string> Tokens)
{
    /// <summary>A planted bug needs the service that it can be planted in.</summary>
    public static void RequireEmbedded(string? sabotage, string target)
    {
        if (sabotage is null)
        {
            return;
        }

        SabotageSource.Require(sabotage);
        if (TargetName.AddressOf(target) is not null)
        {
            throw new RejoinException(
                $"--sabotage works on the embedded service only, not on '{target}'.",
                "Leave out --target or --sabotage.");
        }
    }

    /// <summary>Gets the tokens and looks whether the service answers, before anything is written.</summary>
    public static async Task<RunTarget> ResolveAsync(
        string target, string? tokenCommand, CancellationToken cancellation)
    {
        var address = TargetName.AddressOf(target);
        if (address is null)
        {
            return tokenCommand is null
                ? new RunTarget(null, [])
                : throw new RejoinException(
                    "--token-command has no use with the embedded service, which has tokens of its own.",
                    "Leave it out, or give --target.");
        }

        var tokens = await AccessTokens.ReadAsync(tokenCommand, cancellation);

        // Without a token the target's own constructor says so, before anything is sent.
        _ = new UrlTarget(address, tokens);
        await TargetProbe.RunAsync(address, tokens, cancellation);
        return new RunTarget(address, tokens);
    }

    /// <summary>The contract as far as it can be judged: with one principal there is nobody to be kept apart
    /// from.</summary>
    public Contract Judgeable(Contract contract) => Address is not null && Tokens.Count == 1
        ? contract with { Isolation = contract.Isolation with { Principals = false } }
        : contract;

    /// <summary>The target of a run.</summary>
    public ITarget Open(Contract contract, RunFolder folder, string? sabotage) => Address is null
        ? new EmbeddedTarget(
            OwnCommand.Embedded(), folder.WorkFolder, folder.LogFolder, sabotage, EmbeddedService.RaisedLimitsNote)
        : new UrlTarget(Address, Tokens) { Recovery = contract.Timeouts.Recovery };
}
