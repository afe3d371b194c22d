using Rejoin.Runner;

namespace Rejoin.Cli.Tests.Sweep;

public sealed class SweepArgumentsTests
{
    [Fact]
    public void The_command_that_prints_tokens_is_named_and_not_repeated()
    {
        var arguments = new SweepArguments
        {
            Conversation = "history",
            Depth = SweepDepth.Boundary,
            Kinds = SweepKind.All,
            Persistent = false,
            Target = "ws://127.0.0.1:1/ws",
            Contract = "my contract.yaml",
            TokenCommand = "echo open-sesame",
            Seed = null,
            Parallel = 1,
            Sabotage = null,
            Out = null,
            Force = false,
            Keep = false,
            Json = false,
            Quiet = false,
            NoColour = false,
        };

        Assert.Equal(
            "--target ws://127.0.0.1:1/ws --contract 'my contract.yaml' --token-command CMD",
            arguments.TargetArguments());
    }
}
