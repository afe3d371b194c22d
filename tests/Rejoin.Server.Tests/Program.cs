namespace Rejoin.Server.Tests;

/// <summary>The test runner, or, for the tests that kill it, a server in a process of its own.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        if (args is [ChildServer.Argument, var folder, var parent])
        {
            return ChildServer.ServeAsync(folder, int.Parse(parent, System.Globalization.CultureInfo.InvariantCulture));
        }

        return args.Any(arg => arg is "-automated" or "@@")
            ? Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args)
            : Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
                args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
