using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin check</c> does.</summary>
internal static class CheckAction
{
    public static int Run(CheckArguments arguments, Terminal terminal) =>
        throw new RejoinException($"Nothing can be judged in '{arguments.Path}' yet.", "Wait.");
}
