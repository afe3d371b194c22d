using System.Globalization;
using System.Text.Json;

namespace Rejoin.Runner;

/// <summary>Reads <c>run.json</c>; what is wrong with it is told with line and key.</summary>
/// <remarks>Unknown properties are passed over: a later version may have added them under the same schema.</remarks>
internal static class RunDocumentReader
{
    /// <summary>Longest file, in bytes; a document of a thousand findings has less than one MiB.</summary>
    public const long BytesAtMost = 64 << 20;

    private const string Restore = "Copy or restore the file; histories can be judged without it: rejoin check FOLDER"
        + "/histories.";

    /// <summary>The document in a file.</summary>
    /// <param name="path">File.</param>
    /// <exception cref="RejoinException">It cannot be read, or is not a document of this version.</exception>
    public static RunDocument ReadFile(string path)
    {
        try
        {
            return new FileInfo(path).Length <= BytesAtMost
                ? Read(File.ReadAllBytes(path), path)
                : throw new RejoinException($"'{path}' is longer than {BytesAtMost >> 20} MiB.", Restore);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RejoinException($"'{path}' cannot be read: {error.Message}", "Check its permissions.");
        }
    }

    private static RunDocument Read(ReadOnlySpan<byte> content, string path)
    {
        content = content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        try
        {
            RequireSchema(content, path);
            var document = JsonSerializer.Deserialize(content, RunJson.Default.RunDocument);
            return NullElement.In(document!) is { } key
                ? throw new RejoinException($"'{path}' cannot be read: '{key}' has an element that is null.", Restore)
                : document!;
        }
        catch (JsonException error)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"line {error.LineNumber + 1}");
            throw new RejoinException(IsCutOff(content)
                ? $"'{path}' is cut off at {line}: it was not written or copied to its end."
                : $"'{path}' cannot be read at {line}{Key(error)}: {Sentence(error)}.", Restore);
        }
    }

    /// <summary>The schema is looked at before the rest, so that another version is called so and not broken.</summary>
    private static void RequireSchema(ReadOnlySpan<byte> content, string path)
    {
        var reader = new Utf8JsonReader(content);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (Text(root, "schema") is not { } schema)
        {
            throw new RejoinException(
                $"'{path}' has no 'schema': it is not the document of a run.",
                "Give the folder that 'rejoin run' printed, or the 'latest' link.");
        }

        if (schema != RunDocument.CurrentSchema)
        {
            throw new RejoinException(
                $"'{path}' has the schema '{schema}'; this version reads '{RunDocument.CurrentSchema}'.",
                $"Use the version of rejoin that wrote it{(Text(root, "tool") is { } tool ? $": {tool}" : "")}.");
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Key(JsonException error) =>
        error.Path is { } path && path.TrimStart('$', '.') is { Length: > 0 } key ? $", key '{key}'" : "";

    private static string Sentence(JsonException error)
    {
        const string Including = "including: ";
        var message = error.Message;
        var missing = message.IndexOf(Including, StringComparison.Ordinal);
        if (missing >= 0)
        {
            return $"it lacks {message[(missing + Including.Length)..].Split(". Path")[0].TrimEnd('.')}";
        }

        // The rest is the library's own sentence, less the names of our types and the place, which stands before it.
        return message.Contains("could not be converted", StringComparison.Ordinal) ? "the value is of the wrong kind"
            : message.StartsWith("Duplicate property", StringComparison.Ordinal) ? "it is there twice"
            : message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.');
    }

    /// <summary>Whether what is there is right so far, and the rest is missing.</summary>
    private static bool IsCutOff(ReadOnlySpan<byte> content)
    {
        try
        {
            var reader = new Utf8JsonReader(content, isFinalBlock: false, default);
            while (reader.Read())
            {
                // Only the end counts.
            }

            return reader.CurrentDepth > 0 || reader.TokenType == JsonTokenType.None;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
