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
        var reading = arguments.Config is null ? null : FromFile(arguments.Config);
        var file = reading?.Options ?? new ServerOptions();
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
        var invalid = options.Validate();
        IReadOnlyList<string> errors = reading is null ? invalid : InFile(reading, invalid, arguments);
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
                : $"The service cannot start with these options, {errors.Count} are wrong:\n"
                    + string.Join('\n', errors),
            options.Dev || invalid.All(error => !error.StartsWith("key:", StringComparison.Ordinal))
                ? ReferenceHint
                : "Say where the key of the access tokens is (--hs256-file, --hs256-env, --es256-file), or try "
                    + "it with --dev.");
    }

    /// <summary>Every error of text and values, each with its line if the file has it.</summary>
    private static List<string> InFile(OptionsReading reading, IReadOnlyList<string> invalid, ServeArguments arguments)
    {
        // Half a text says nothing about what is missing in it.
        var torn = reading.Errors.Any(error => error.IsNotJson);
        var fromCommandLine = FromCommandLine(arguments);
        var placed =
            from error in torn ? [] : invalid
            let key = error.Split(':')[0]
            let line = fromCommandLine.Contains(key) ? null : reading.LineOf(error)
            where !reading.Errors.Any(each =>
                each.Line == line && each.Message.StartsWith($"{key}: ", StringComparison.Ordinal))
            select (Line: line, Message: error);
        return
        [
            .. reading.Errors.Select(error => (Line: (int?)error.Line, error.Message))
                .Concat(placed)
                .OrderBy(error => error.Line ?? int.MaxValue)
                .Select(error => $"{arguments.Config}{(error.Line is { } line ? $":{line}" : "")}: {error.Message}"),
        ];
    }

    private static HashSet<string> FromCommandLine(ServeArguments arguments) =>
    [
        .. new (string Key, object? Given)[]
        {
            ("listen", arguments.Listen), ("port", arguments.Port), ("dataFolder", arguments.Data),
            ("key.hs256File", arguments.Hs256File), ("key.hs256Env", arguments.Hs256Env),
            ("key.es256File", arguments.Es256File), ("certificate.path", arguments.Certificate),
            ("certificate.keyPath", arguments.CertificateKey),
        }.Where(each => each.Given is not null).Select(each => each.Key),
    ];

    private static OptionsReading FromFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new RejoinException($"There is no file '{path}'.", "Check --config.");
        }

        try
        {
            if (new FileInfo(path).Length > LongestFile)
            {
                throw new RejoinException($"'{path}' is longer than {LongestFile} bytes.", "Is it the right file?");
            }

            return ServerOptions.ReadJson(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RejoinException($"'{path}' cannot be read: {error.Message}", "Check --config.");
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
