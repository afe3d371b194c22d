namespace Rejoin.Checks;

/// <summary>One thing that is wrong with a YAML file of ours.</summary>
public sealed record YamlError
{
    /// <summary>Name of the file.</summary>
    public required string File { get; init; }

    /// <summary>Line, 1-based; 0 if the file could not be read at all.</summary>
    public required int Line { get; init; }

    /// <summary>Key with its parents, such as <c>delivery.toClient</c>; empty for the whole file.</summary>
    public required string Key { get; init; }

    /// <summary>Value that was found, at most 80 characters of it; null if there is none.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong: a phrase without the key.</summary>
    public required string Problem { get; init; }

    /// <summary>What is allowed; null if nothing in particular.</summary>
    public string? Allowed { get; init; }

    /// <summary>One line: <c>file:line: key: problem; allowed: …</c>; without the line if the file could not be read
    /// at all.</summary>
    public override string ToString()
    {
        var key = Key.Length == 0 ? "" : $"'{Key}' ";
        var value = Value is null ? "" : $" (found '{Value}')";
        var allowed = Allowed is null ? "" : $"; allowed: {Allowed}";
        return $"{File}{(Line == 0 ? "" : $":{Line}")}: {key}{Problem}{value}{allowed}";
    }
}
