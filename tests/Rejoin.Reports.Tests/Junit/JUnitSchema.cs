using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Rejoin.Reports.Tests.Junit;

/// <summary>The schema of results: what both readers in use allow.</summary>
internal static class JUnitSchema
{
    /// <summary>Everything that is wrong with a file.</summary>
    public static IReadOnlyList<string> Problems(string text)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(AppContext.BaseDirectory, "Junit", "junit.xsd"));
        var problems = new List<string>();
        using var reader = XmlReader.Create(
            new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        XDocument.Load(reader).Validate(schemas, (_, problem) => problems.Add(problem.Message));
        return problems;
    }
}
