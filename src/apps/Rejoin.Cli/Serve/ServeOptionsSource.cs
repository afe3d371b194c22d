using Rejoin.Runner;
using Rejoin.Server;

namespace Rejoin.Cli;

/// <summary>The server's options: a file, then what the command line says.</summary>
internal static class ServeOptionsSource
{
    private const string StandardDataFolder = "rejoin-data";
    private const int LongestFile = 1_048_576;
    private const string ReferenceHint = "Names, ranges and defaults are in docs/reference/cli.md and limits.md.";

    /// <summary>Valid options.</summary>
    /// <exception cref="RejoinException">They are not; the message holds every error.</exception>
    public static ServerOptions Read(ServeArguments arguments)
    {
        var file = arguments.Config is null ? new ServerOptions() : FromFile(arguments.Config);
        var options = file with
        {
            Dev = file.Dev || arguments.Dev,
            Listen = arguments.Listen ?? file.Listen,
            Port = arguments.Port ?? file.Port,
            DataFolder = arguments.Data ?? (file.DataFolder.Length > 0 ? file.DataFolder : StandardDataFolder),
            Key = file.Key with
            {
                Hs256File = arguments.Hs256File ?? file.Key.Hs256File,
                Hs256Env = arguments.Hs256Env ?? file.Key.Hs256Env,
                Es256File = arguments.Es256File ?? file.Key.Es256File,
            },
            Certificate = Certificate(arguments, file.Certificate),
        };
        var errors = options.Validate();
        if (errors.Count == 0)
        {
            // Without a file nobody chose limits, and in development one principal often stands for many.
            return options.Dev && arguments.Config is null
                ? options with { Limits = EmbeddedService.RaisedLimits(options.Limits) }
                : options;
        }

        throw new RejoinException(
            errors.Count == 1
                ? $"The service cannot start with these options: {errors[0]}"
                : $"The service cannot start with these options:\n{string.Join('\n', errors)}",
            options.Dev || errors.All(error => !error.StartsWith("key:", StringComparison.Ordinal))
                ? ReferenceHint
                : "Say where the key of the access tokens is (--hs256-file, --hs256-env, --es256-file), or try "
                    + "it with --dev.");
    }

    private static ServerOptions FromFile(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LongestFile)
            {
                throw new RejoinException($"'{path}' is longer than {LongestFile} bytes.", "Is it the right file?");
            }

            return ServerOptions.FromJson(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RejoinException($"'{path}' cannot be read: {error.Message}", "Check --config.");
        }
        catch (RejoinServerException error)
        {
            throw new RejoinException($"'{path}': {error.Message}", error.Hint);
        }
    }

    private static CertificateOptions? Certificate(ServeArguments arguments, CertificateOptions? file) =>
        arguments.Certificate is null && arguments.CertificateKey is null
            ? file
            : (file ?? new CertificateOptions()) with
            {
                Path = arguments.Certificate ?? file?.Path ?? string.Empty,
                KeyPath = arguments.CertificateKey ?? file?.KeyPath,
            };
}
