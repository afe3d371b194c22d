using System.Globalization;
using System.Xml;
using Rejoin.Runner;

namespace Rejoin.Reports;

/// <summary>A run as test results: a suite per scenario, a case per check and per objective.</summary>
/// <remarks>What is unknown is an error and so never looks green; what is not judged is skipped. Valid for the readers
/// of
/// Jenkins and of Ant, which the others follow: see docs/reference/junit.md.</remarks>
public static class JUnitReport
{
    /// <summary>Longest message of a case, in characters.</summary>
    public const int MessageCharactersAtMost = 400;

    /// <summary>Longest text of a case, in characters.</summary>
    public const int TextCharactersAtMost = 8_000;

    /// <summary>Writes the results.</summary>
    /// <param name="source">Run.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ReportSource source, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var xml = XmlWriter.Create(output, new XmlWriterSettings
        {
            Indent = true, NewLineChars = "\n", CloseOutput = false, OmitXmlDeclaration = true,
        });

        // A writer of text would call itself UTF-16.
        xml.WriteRaw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.WriteStartElement("testsuites");
        var suites = JUnitSuites.Of(source.Run);
        for (var at = 0; at < suites.Count; at++)
        {
            Write(xml, source, suites[at], at);
        }

        xml.WriteEndElement();
        xml.Flush();
        output.Write('\n');
    }

    private static void Write(XmlWriter xml, ReportSource source, JUnitSuite suite, int id)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", suite.Name);
        Attribute(xml, "package", "rejoin");
        Attribute(xml, "id", Number(id));
        Attribute(xml, "timestamp",
            source.Run.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

        // The schema wants one; which machine it was is nobody's business.
        Attribute(xml, "hostname", "localhost");
        Attribute(xml, "tests", Number(suite.Cases.Count));
        Attribute(xml, "failures", Number(suite.Count(JUnitOutcome.Failure)));
        Attribute(xml, "errors", Number(suite.Count(JUnitOutcome.Error)));
        Attribute(xml, "skipped", Number(suite.Count(JUnitOutcome.Skipped)));
        Attribute(xml, "time", Seconds(suite.DurationMs));
        Properties(xml, source.Run);
        foreach (var each in suite.Cases)
        {
            Write(xml, suite, each);
        }

        xml.WriteElementString("system-out", XmlText.Of(string.Join('\n', suite.Output)));
        xml.WriteElementString("system-err", "");
        xml.WriteEndElement();
    }

    private static void Properties(XmlWriter xml, RunDocument run)
    {
        xml.WriteStartElement("properties");
        foreach (var (name, value) in JUnitProperties.Of(run))
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", Shortened.Of(value, MessageCharactersAtMost));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, JUnitSuite suite, JUnitCase each)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", $"rejoin.{suite.Name}");
        Attribute(xml, "name", each.Name);
        Attribute(xml, "time", Seconds(each.DurationMs));
        if (each.Outcome != JUnitOutcome.Pass)
        {
            xml.WriteStartElement(each.Outcome switch
            {
                JUnitOutcome.Failure => "failure", JUnitOutcome.Error => "error", _ => "skipped",
            });
            Attribute(xml, "message", Shortened.Of(each.Message, MessageCharactersAtMost));
            if (each.Outcome != JUnitOutcome.Skipped)
            {
                Attribute(xml, "type", each.Type);
                xml.WriteString(XmlText.Of(Shortened.Of(each.Text, TextCharactersAtMost)));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, XmlText.Token(value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(long milliseconds) =>
        (milliseconds / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
}
