using System.Globalization;

namespace Rejoin.Server;

/// <summary>Something in the JSON of options that is no option, or not of its kind.</summary>
/// <param name="Line">Line of the text, 1-based.</param>
/// <param name="Message">Key, value and what is allowed: one sentence or two.</param>
/// <param name="IsNotJson">Whether the text is no JSON from here on, so that nothing behind it was read.</param>
public sealed record OptionError(int Line, string Message, bool IsNotJson = false)
{
    /// <summary>The error with its place: <c>line 3: port: "x" is not a whole number.</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Message}");
}
