using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>Checks and statistics do no I/O and take no clock.</summary>
/// <remarks>The readers and writers of histories and contracts are in the same room, in folders of their own.</remarks>
internal sealed partial class PureRoomRule() : LineRule(
    "pure-room", Impure(), "a value or a reader that the caller hands over", ".cs")
{
    private static readonly string[] Rooms = ["src/instrument/Rejoin.Checks", "src/instrument/Rejoin.Statistics"];
    private static readonly string[] FileFormats =
        ["src/instrument/Rejoin.Checks/Contracts", "src/instrument/Rejoin.Checks/Recording"];

    /// <inheritdoc/>
    protected override bool Applies(SourceFile file) => base.Applies(file)
        && Array.Exists(Rooms, file.IsUnder) && !Array.Exists(FileFormats, file.IsUnder);

    [GeneratedRegex(@"\b(TimeProvider|Stopwatch|FileStream|HttpClient|Socket|Thread|new Random\(\)"
        + @"|(File|Directory|Environment|Process)\.\w+)\b")]
    private static partial Regex Impure();
}
