using System.CommandLine;

namespace Rejoin.Cli;

/// <summary>The command <c>proxy</c>: a link with a fault plan, alone, for tests in any language.</summary>
internal sealed class ProxyCommand : Command, IExplainedCommand
{
    private readonly Option<string?> listen = NewOption.Text(
        "--listen", "ADDRESS", "Address to listen on, with a port; port 0 is a free one.", "127.0.0.1:0");

    private readonly Option<string?> upstream = NewOption.Text(
        "--upstream", "URL", "Address of the service: ws:// or wss://. Needed.");

    private readonly Option<string?> plan = NewOption.Text("--plan", "FILE", "Fault plan as JSON.", "no faults");

    private readonly Option<int?> apiPort = NewOption.Number(
        "--api-port", 0, 65_535, "Port of the HTTP API on 127.0.0.1, 0 to 65535; 0 = a free one.", "0");

    private readonly Option<bool> json = NewOption.Json(
        "Write one line of JSON when ready, in place of text: url, api.");

    /// <summary>The command.</summary>
    public ProxyCommand(Terminal terminal)
        : base("proxy", "Run the fault proxy alone, for tests in any language.")
    {
        foreach (var option in new Option[] { listen, upstream, plan, apiPort, json })
        {
            Add(option);
        }

        SetAction((parsed, _) => ProxyAction.RunAsync(
            new ProxyArguments(
                ProxyInput.Listen(parsed.GetValue(listen)),
                ProxyInput.Upstream(parsed.GetValue(upstream)),
                ProxyInput.Plan(parsed.GetValue(plan)),
                parsed.GetValue(apiPort) ?? 0,
                parsed.GetValue(json)),
            terminal));
    }

    /// <inheritdoc/>
    public string Examples => """
        The API is described in docs/reference/proxy.md, plans in docs/reference/faults.md. Ctrl-C closes everything.

        Examples:
          rejoin proxy --upstream ws://127.0.0.1:5000/ws
          rejoin proxy --upstream wss://chat.example/ws --listen 127.0.0.1:9000 --plan plan.json
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes =>
        [Runner.ExitCodes.Pass, Runner.ExitCodes.Usage, Runner.ExitCodes.Internal, Runner.ExitCodes.Interrupted];
}
