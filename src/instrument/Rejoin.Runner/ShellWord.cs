namespace Rejoin.Runner;

/// <summary>A value as a POSIX shell takes it back; other shells quote otherwise.</summary>
public static class ShellWord
{
    private const string Plain = "-_./:=,+@%";

    /// <summary>The value itself if it is plain, else in single quotes.</summary>
    public static string Of(string value) =>
        value.Length > 0 && value.All(character => char.IsAsciiLetterOrDigit(character) || Plain.Contains(character))
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
