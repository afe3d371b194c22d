using System.CommandLine;

namespace Rejoin.Cli;

/// <summary>The command <c>serve</c>: its options and the values that they get.</summary>
internal sealed class ServeCommand : Command, IExplainedCommand
{
    /// <summary>The hidden option with which a run starts its service.</summary>
    public const string EmbeddedOption = "--embedded";

    private readonly Option<bool> dev = NewOption.Flag(
        "--dev", "Give access tokens to anyone on this machine (POST /token). For development only; loopback only.");

    private readonly Option<string?> listen = NewOption.Text(
        "--listen", "ADDRESS", "Address to listen on: an IP address or localhost.", "127.0.0.1");

    private readonly Option<int?> port = NewOption.Number(
        "--port", 0, 65_535, "TCP port, 0 to 65535; 0 = a free one.", "0");

    private readonly Option<string?> data = NewOption.Text(
        "--data", "DIR", "Folder of the database; used by one service at a time.", "rejoin-data");

    private readonly Option<string?> config = NewOption.Text(
        "--config", "FILE", "Options as JSON; what is given on the command line goes before.");

    private readonly Option<string?> hs256File = NewOption.Text(
        "--hs256-file", "FILE", "File with the HS256 secret of the access tokens, in base64.");

    private readonly Option<string?> hs256Env = NewOption.Text(
        "--hs256-env", "NAME", "Environment variable with the HS256 secret of the access tokens, in base64.");

    private readonly Option<string?> es256File = NewOption.Text(
        "--es256-file", "FILE", "PEM file with the ES256 public key of the access tokens.");

    private readonly Option<string?> certificate = NewOption.Text(
        "--certificate", "FILE", "Certificate for wss:// (PEM or PFX).", "none: plain ws://");

    private readonly Option<string?> certificateKey = NewOption.Text(
        "--certificate-key", "FILE", "PEM file with the certificate's private key.", "in the certificate's file");

    private readonly Option<bool> json = NewOption.Json("Write one line of JSON when ready, in place of text: "
        + "url, http, dataFolder.");

    private readonly Option<bool> verbose = NewOption.Verbose("Log what happens, not only what went wrong.");

    private readonly Option<bool> embedded = new(EmbeddedOption) { Hidden = true, Arity = ArgumentArity.Zero };

    /// <summary>The command.</summary>
    public ServeCommand(Terminal terminal)
        : base("serve", "Run the reference service until it is told to stop.")
    {
        foreach (var option in new Option[]
        {
            dev, listen, port, data, config, hs256File, hs256Env, es256File, certificate, certificateKey, json,
            verbose, embedded,
        })
        {
            Add(option);
        }

        SetAction((parsed, _) => parsed.GetValue(embedded)
            ? EmbeddedService.RunAsync(Console.OpenStandardInput(), terminal)
            : ServeAction.RunAsync(Values(parsed), terminal));
    }

    /// <inheritdoc/>
    public string Examples => """
        Ctrl-C or SIGTERM drains: clients are told to come back, nothing acknowledged is lost.

        Examples:
          rejoin serve --dev
          rejoin serve --dev --port 5000 --data my-data
          rejoin serve --listen 0.0.0.0 --port 443 --certificate c.pem --certificate-key k.pem --es256-file issuer.pem
          rejoin serve --config service.json
        """;

    /// <inheritdoc/>
    public IReadOnlyList<int> ExitCodes =>
        [Runner.ExitCodes.Pass, Runner.ExitCodes.Usage, Runner.ExitCodes.Internal, Runner.ExitCodes.Interrupted];

    private ServeArguments Values(ParseResult parsed) => new()
    {
        Dev = parsed.GetValue(dev),
        Listen = parsed.GetValue(listen),
        Port = parsed.GetValue(port),
        Data = parsed.GetValue(data),
        Config = parsed.GetValue(config),
        Hs256File = parsed.GetValue(hs256File),
        Hs256Env = parsed.GetValue(hs256Env),
        Es256File = parsed.GetValue(es256File),
        Certificate = parsed.GetValue(certificate),
        CertificateKey = parsed.GetValue(certificateKey),
        Json = parsed.GetValue(json),
        Verbose = parsed.GetValue(verbose),
    };
}
