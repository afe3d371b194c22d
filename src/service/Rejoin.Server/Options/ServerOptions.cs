using System.Net;

namespace Rejoin.Server;

/// <summary>Everything that a host decides about a server; JSON with camelCase names.</summary>
/// <remarks>Holds no secret except <see cref="AdminOptions.Secret"/>, which <see cref="object.ToString"/> leaves
/// out.</remarks>
public sealed record ServerOptions
{
    /// <summary>Address to listen on: an IP address or <c>localhost</c>; default 127.0.0.1.</summary>
    public string Listen { get; init; } = "127.0.0.1";

    /// <summary>TCP port, 0 to 65535; default 0 = a free one.</summary>
    public int Port { get; init; }

    /// <summary>Folder of the database and the development key; made if it is missing.</summary>
    public string DataFolder { get; init; } = string.Empty;

    /// <summary>Certificate for <c>wss</c>; null = plain <c>ws</c>.</summary>
    public CertificateOptions? Certificate { get; init; }

    /// <summary>Issuer that access tokens must name; default <c>rejoin-dev</c>.</summary>
    public string Issuer { get; init; } = "rejoin-dev";

    /// <summary>Audience that access tokens must name; default <c>rejoin</c>.</summary>
    public string Audience { get; init; } = "rejoin";

    /// <summary>Keys that access tokens are checked with; may be absent with <see cref="Dev"/>.</summary>
    public KeyOptions Key { get; init; } = new();

    /// <summary>Whether to issue access tokens to anyone on loopback (<c>POST /token</c>); default false.</summary>
    public bool Dev { get; init; }

    /// <summary>Admin channel on a second loopback port; null = none.</summary>
    public AdminOptions? Admin { get; init; }

    /// <summary>Origins of browsers that may connect, as <c>scheme://host[:port]</c>; default none. An origin equal
    /// to the request's own loopback host is taken too. Requests without an origin are not from browsers.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Times of absence.</summary>
    public WindowOptions Windows { get; init; } = new();

    /// <summary>Limits on everything that comes from outside.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>Pace of the agent.</summary>
    public AgentOptions Agent { get; init; } = new();

    /// <summary>Shutdown.</summary>
    public DrainOptions Drain { get; init; } = new();

    /// <summary>Time between pings, and the time a pong may take, in milliseconds; 0 = no pings; default
    /// 15 000.</summary>
    public int HeartbeatMs { get; init; } = 15_000;

    /// <summary>Whether waiting writes share one transaction; default true. False exists for comparison.</summary>
    public bool GroupCommit { get; init; } = true;

    /// <summary>Whether SIGTERM and SIGINT drain this server; default false.</summary>
    public bool HandleSignals { get; init; }

    /// <summary>Options from JSON.</summary>
    /// <exception cref="RejoinServerException">Not valid JSON of this shape (<c>options_invalid</c>); the message holds
    /// every error, one a line.</exception>
    public static ServerOptions FromJson(ReadOnlySpan<byte> utf8)
    {
        var reading = ReadJson(utf8);
        return reading.Errors.Count == 0 ? reading.Options : throw new RejoinServerException(
            "options_invalid",
            reading.Errors.Count == 1
                ? $"The server options are not valid: {reading.Errors[0]}"
                : $"The server options are not valid:\n{string.Join('\n', reading.Errors)}",
            "Compare names and types with docs/reference/limits.md.");
    }

    /// <summary>Options from JSON with all errors of the text and the line of each option.</summary>
    public static OptionsReading ReadJson(ReadOnlySpan<byte> utf8) => OptionsReader.Read(utf8);

    /// <summary>Everything that is wrong with the options: one sentence each; empty = valid.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        OptionRange.Require(errors, IsAddress(Listen), $"listen: '{Listen}' is no IP address and not 'localhost'.");
        OptionRange.Require(
            errors, !Dev || IsLoopback(Listen),
            $"listen: '{Listen}' is not a loopback address, and dev gives a token to whoever asks. Use 127.0.0.1.");
        OptionRange.Check(errors, "port", Port, 0, 65_535);
        OptionRange.Require(errors, DataFolder.Length > 0, "dataFolder: is missing.");
        OptionRange.Require(errors, Issuer.Length > 0, "issuer: is empty.");
        OptionRange.Require(errors, Audience.Length > 0, "audience: is empty.");
        OptionRange.Check(errors, "heartbeatMs", HeartbeatMs, 0, 3_600_000);
        OptionRange.Require(errors, HeartbeatMs is 0 or >= 50, "heartbeatMs: is 0 (none) or 50 and more.");
        foreach (var origin in AllowedOrigins)
        {
            OptionRange.Require(
                errors, OriginRule.IsOrigin(origin), $"allowedOrigins: '{origin}' is not scheme://host[:port].");
        }

        OptionRange.Require(
            errors, Dev || Key.IsPresent, "key: one of hs256File, hs256Env, es256File is needed without dev.");
        Key.Validate(errors);
        Certificate?.Validate(errors);
        Admin?.Validate(errors);
        Windows.Validate(errors);
        Limits.Validate(errors);
        Agent.Validate(errors);
        Drain.Validate(errors);
        return errors;
    }

    // What is no address at all has an error of its own.
    private static bool IsLoopback(string text) =>
        text == "localhost" || !IPAddress.TryParse(text, out var address) || IPAddress.IsLoopback(address);

    private static bool IsAddress(string text) => text == "localhost" || IPAddress.TryParse(text, out _);
}
