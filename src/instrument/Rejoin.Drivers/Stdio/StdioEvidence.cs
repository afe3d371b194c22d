namespace Rejoin.Drivers.Stdio;

/// <summary>What a driver writes to standard error: the last lines for messages, all of it up to a limit in a
/// file.</summary>
/// <param name="file">File, made when there is something to write; null = none.</param>
internal sealed class StdioEvidence(string? file)
{
    private const int KeptLines = 5;
    private const int LongestLine = 300;
    private const int LargestFile = 1024 * 1024;
    private readonly Lock gate = new();
    private readonly Queue<string> last = [];
    private readonly HashSet<string> secrets = [];

    /// <summary>A text that is shown nowhere.</summary>
    public void Hide(string secret)
    {
        lock (gate)
        {
            secrets.Add(secret);
        }
    }

    /// <summary>A text without secrets, cut to a length that fits into a message.</summary>
    public string Shown(string text)
    {
        lock (gate)
        {
            foreach (var secret in secrets)
            {
                text = text.Replace(secret, "…", StringComparison.Ordinal);
            }
        }

        text = string.Concat(text.Select(each => char.IsControl(each) ? ' ' : each));
        return text.Length <= LongestLine ? text : text[..LongestLine] + "…";
    }

    /// <summary>The last lines, as a sentence; empty if there are none.</summary>
    public string Told()
    {
        lock (gate)
        {
            return last.Count == 0 ? string.Empty : $" Its standard error ends: {string.Join(" | ", last)}";
        }
    }

    /// <summary>Reads to the end.</summary>
    public async Task KeepAsync(StreamReader from)
    {
        StreamWriter? log = null;
        var room = LargestFile;
        try
        {
            var block = new char[1024];
            var line = string.Empty;
            int count;
            while ((count = await from.ReadAsync(block).ConfigureAwait(false)) > 0)
            {
                var pieces = (line + new string(block, 0, count)).Split('\n');
                line = pieces[^1].Length > LargestFile / 16 ? string.Empty : pieces[^1];
                foreach (var piece in pieces.AsSpan(0, pieces.Length - 1).ToArray())
                {
                    log ??= Open();
                    room -= await KeepAsync(piece, room > 0 ? log : null).ConfigureAwait(false);
                }
            }

            if (line.Length > 0)
            {
                log ??= Open();
                await KeepAsync(line, room > 0 ? log : null).ConfigureAwait(false);
            }
        }
        finally
        {
            if (log is not null)
            {
                await log.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<int> KeepAsync(string line, StreamWriter? log)
    {
        var shown = Shown(line);
        if (shown.Trim().Length == 0)
        {
            return 0;
        }

        lock (gate)
        {
            last.Enqueue(shown);
            _ = last.Count > KeptLines && last.TryDequeue(out _);
        }

        await (log?.WriteLineAsync(shown) ?? Task.CompletedTask).ConfigureAwait(false);
        return shown.Length;
    }

    private StreamWriter? Open()
    {
        if (file is null)
        {
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new StreamWriter(file);
    }
}
