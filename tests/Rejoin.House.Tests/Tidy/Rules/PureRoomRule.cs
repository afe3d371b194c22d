using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>Checks and statistics do no I/O and take no clock.</summary>
internal sealed partial class PureRoomRule() : LineRule(
    "pure-room", Impure(), "a value or a reader that the caller hands over", ".cs")
{
    /// <inheritdoc/>
    protected override bool Applies(SourceFile file) => base.Applies(file)
        && (file.IsUnder("src/instrument/Rejoin.Checks") || file.IsUnder("src/instrument/Rejoin.Statistics"));

    [GeneratedRegex(@"\b(TimeProvider|Stopwatch|FileStream|HttpClient|Socket|Thread|new Random\(\)"
        + @"|(File|Directory|Environment|Process)\.\w+)\b")]
    private static partial Regex Impure();
}
