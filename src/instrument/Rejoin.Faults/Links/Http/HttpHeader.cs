namespace Rejoin.Faults.Links.Http;

/// <summary>One header: its name, its trimmed value, and its line as it came.</summary>
internal sealed record HttpHeader(string Name, string Value, string Line)
{
    /// <summary>Tells whether this is the header of a name.</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
