using System.Security.Cryptography;
using System.Text;

namespace Rejoin.Reports;

/// <summary>The style or the script of the report, as this assembly holds it.</summary>
internal sealed class ReportAsset
{
    private ReportAsset(string element, string resource)
    {
        Element = element;
        using var stream = typeof(ReportAsset).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly has no resource '{resource}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Content = reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    public static ReportAsset Style { get; } = new("style", "report.css");

    public static ReportAsset Script { get; } = new("script", "report.js");

    /// <summary>Element that holds it.</summary>
    public string Element { get; }

    /// <summary>Its text, with LF line ends.</summary>
    public string Content { get; }

    /// <summary>The source expression of a content security policy that allows it and nothing else.</summary>
    public string Source => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Content)))}'";
}
