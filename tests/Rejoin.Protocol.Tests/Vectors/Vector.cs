using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rejoin.Protocol.Tests.Vectors;

/// <summary>One frame and the reaction that is expected.</summary>
internal sealed partial record Vector(
    string Message, string About, byte[] Frame, bool IsBinary, bool IsWellFormed, bool RoundTrip, string Reaction,
    string? RefusalCode, int? CloseCode)
{
    public static Vector From(string message, JsonNode node)
    {
        var expect = node["expect"]!;
        var reaction = (string)expect["reaction"]!;
        var frame = node["frameHex"] is { } hex
            ? Convert.FromHexString((string)hex!)
            : Encoding.UTF8.GetBytes(Fill((string)node["frame"]!));
        return new Vector(
            message,
            (string)node["about"]!,
            frame,
            (bool?)node["binary"] ?? false,
            reaction != "close" || ((bool?)node["wellFormed"] ?? false),
            (bool?)node["roundTrip"] ?? true,
            reaction,
            reaction == "refuse" ? (string)expect["code"]! : null,
            reaction == "close" ? (int)expect["code"]! : null);
    }

    /// <summary>A frame with its runs of letters written out.</summary>
    public static string Fill(string frame) =>
        Run().Replace(frame, run => new string('x', int.Parse(run.Groups[1].ValueSpan, null)));

    public override string ToString() => $"{Message}: {About}";

    [GeneratedRegex(@"\{x\*(\d+)\}")]
    private static partial Regex Run();
}
