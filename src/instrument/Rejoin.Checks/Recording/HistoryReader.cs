using System.Text.Json;
using System.Text.Unicode;

namespace Rejoin.Checks;

/// <summary>Reads history files, strictly: everything that is wrong is reported, with file and line.</summary>
/// <remarks>Source: docs/reference/history.md.</remarks>
public static class HistoryReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>History in a file, or everything that is wrong with it; a file that cannot be read is an error
    /// too.</summary>
    public static HistoryReadResult ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
            return Read(stream, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new() { Errors = [new HistoryError(path, 0, $"cannot be read: {exception.Message}")] };
        }
    }

    /// <summary>History in a stream, or everything that is wrong with it.</summary>
    /// <param name="stream">UTF-8 lines; read to its end.</param>
    /// <param name="name">Name of the file, for errors.</param>
    public static HistoryReadResult Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var lines = new LineReader(stream);
        var rules = new HistoryRules(name);
        var events = new List<HistoryEvent>();
        while (!rules.Full && lines.TryRead(out var line))
        {
            if (lines.Number > HistoryLimits.Lines || lines.Bytes > HistoryLimits.FileBytes)
            {
                rules.Report(lines.Number,
                    $"is longer than {HistoryLimits.Lines} lines or {HistoryLimits.FileBytes} bytes");
                break;
            }

            if (Parse(line, lines, rules) is { } parsed)
            {
                rules.Accept(parsed, lines.Number);
                events.Add(parsed);
            }
        }

        if (lines.Number == 0)
        {
            rules.Report(0, "is empty: a history has at least its header line");
        }

        return rules.Errors.Count == 0
            ? new() { History = new TrialHistory { Header = events[0].Trial!, Events = events } }
            : new() { Errors = rules.Errors };
    }

    private static HistoryEvent? Parse(ReadOnlySpan<byte> line, LineReader lines, HistoryRules rules)
    {
        var number = lines.Number;
        if (lines.TooLong)
        {
            rules.Skip(number, $"is longer than {HistoryLimits.LineBytes} bytes");
            return null;
        }

        if (!Utf8.IsValid(line))
        {
            rules.Skip(number, "is not UTF-8");
            return null;
        }

        if (number == 1 && line.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
        }

        if (number == 1 && SchemaProblem(line) is { } problem)
        {
            rules.Skip(number, problem);
            return null;
        }

        try
        {
            var parsed = JsonSerializer.Deserialize(line,
                HistoryJson.Line) ?? throw new JsonException("The line is null");
            return HistoryDefaults.Complete(parsed);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            rules.Skip(number, lines.AtEndWithoutNewline && !IsWhole(line)
                ? "is cut off: whatever wrote this history was stopped; remove this line or record the trial again"
                : "is not a history line: " + Sentence(exception));
            return null;
        }
    }

    /// <summary>The schema is looked at before the rest, so that a newer format is called newer and not
    /// broken.</summary>
    private static string? SchemaProblem(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("trial", out var trial)
                && trial.ValueKind == JsonValueKind.Object
                && trial.TryGetProperty("schema", out var schema)
                && schema.ValueKind == JsonValueKind.String
                ? HistoryRules.SchemaProblem(schema.GetString()!)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return JsonDocument.TryParseValue(ref reader, out var document) && Disposed(document);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Disposed(JsonDocument document)
    {
        document.Dispose();
        return true;
    }

    private static string Sentence(Exception exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        var text = (end < 0 ? message : message[..end]).TrimEnd('.');
        text = text.Replace("System.", "", StringComparison.Ordinal)
            .Replace("Rejoin.Checks.", "", StringComparison.Ordinal);
        return exception is JsonException { Path: { Length: > 0 } path } ? $"{text} (at '{path}')" : text;
    }
}
