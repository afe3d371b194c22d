using System.Reflection;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The command that starts this tool again.</summary>
internal static class OwnCommand
{
    /// <summary>The embedded service: <c>rejoin serve --embedded</c>, or <c>dotnet rejoin.dll serve
    /// --embedded</c>.</summary>
    public static EmbeddedCommand Embedded() => With("serve", ServeCommand.EmbeddedOption);

    /// <summary>The keeper of a service that a command starts: <c>rejoin keep</c>.</summary>
    public static EmbeddedCommand Keeper() => With(KeepCommand.Verb);

    private static EmbeddedCommand With(params string[] arguments)
    {
        var process = Environment.ProcessPath
            ?? throw new RejoinException(
                "This process does not know its own executable, so it cannot start the embedded service.",
                "Start 'rejoin serve --dev' yourself and give its address with --target.");
        var isHost = Path.GetFileNameWithoutExtension(process).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return isHost
            ? new EmbeddedCommand(process, [Assembly.GetExecutingAssembly().Location, .. arguments])
            : new EmbeddedCommand(process, arguments);
    }
}
