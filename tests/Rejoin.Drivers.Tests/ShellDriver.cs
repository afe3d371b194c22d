using Rejoin.Checks;
using Rejoin.Drivers.Stdio;

namespace Rejoin.Drivers.Tests;

/// <summary>Drivers of a few lines of shell, most of which misbehave.</summary>
internal static class ShellDriver
{
    /// <summary>Reads the line init and says that it is ready.</summary>
    public const string Ready = """
        read -r init
        printf '{"type":"ready","protocol":"rejoin.driver/1","name":"shell","version":"1",'
        echo '"operations":["connect","resume","say","history","drop"]}'

        """;

    /// <summary>Answers a connect as it should be.</summary>
    public const string Connected = Ready + """
        read -r line
        echo '{"type":"position","position":{"epoch":"e1","offset":0},"cursor":{"session":"s1"}}'
        echo '{"type":"ok","call":1,"result":{"attach":{"outcome":"opened","serviceSession":"s1"}}}'

        """;

    public static StdioDriverOptions Options(string script) => new()
    {
        FileName = "/bin/sh",
        Arguments = ["-c", script],
        StartTimeout = TimeSpan.FromSeconds(5),
        AnswerGrace = TimeSpan.FromMilliseconds(50),
        MaximumLineBytes = 64 * 1024,
        MaximumLines = 1000,
    };

    public static Task<StdioDriver> StartAsync(string script) =>
        StdioDriver.StartAsync(Options(script), TestContext.Current.CancellationToken);

    public static IDriverClient Client(StdioDriver driver, IDriverObserver observer) => driver.CreateClient(
        new DriverClientOptions
        {
            Endpoint = new Uri("ws://127.0.0.1:9/ws"),
            Session = "a",
            AccessToken = _ => ValueTask.FromResult("very-secret"),
            OperationTimeout = TimeSpan.FromMilliseconds(500),
            AttachTimeout = TimeSpan.FromSeconds(5),
        },
        observer);

    public static ValueTask<OperationOutcome> DoAsync(this IDriverClient client, Operation operation) =>
        client.InvokeAsync(operation, new OperationInput(), TestContext.Current.CancellationToken);
}
