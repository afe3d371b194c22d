using System.Text.RegularExpressions;

namespace Rejoin.House.Tests;

/// <summary>File-scoped namespaces only.</summary>
internal sealed partial class NamespaceRule() : LineRule("namespace", Block(), "a file-scoped namespace", ".cs")
{
    [GeneratedRegex(@"^\s*namespace\s+[\w.]+\s*(\{.*)?$")]
    private static partial Regex Block();
}
