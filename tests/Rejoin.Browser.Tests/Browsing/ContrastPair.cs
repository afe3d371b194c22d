using System.Text.Json.Serialization;

namespace Rejoin.Browser.Tests.Browsing;

/// <summary>A text colour on a background, as the browser computed them.</summary>
public sealed record ContrastPair
{
    [JsonPropertyName("ratio")]
    public double Ratio { get; init; }

    [JsonPropertyName("needed")]
    public double Needed { get; init; }

    [JsonPropertyName("what")]
    public string What { get; init; } = "";

    public override string ToString() => FormattableString.Invariant($"{Ratio:0.00} of {Needed:0.0}: {What}");
}
