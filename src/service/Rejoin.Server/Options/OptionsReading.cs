namespace Rejoin.Server;

/// <summary>Options that were read from JSON, and everything that is wrong with the text.</summary>
/// <param name="Options">What could be read; the rest has its default.</param>
/// <param name="Errors">Errors in the order of the text; empty = every name is known and every value of its
/// kind. Ranges are not looked at: see <see cref="ServerOptions.Validate"/>.</param>
/// <param name="Lines">Line, 1-based, of each option that the text names, by its key (<c>limits.helloMs</c>).</param>
public sealed record OptionsReading(
    ServerOptions Options, IReadOnlyList<OptionError> Errors, IReadOnlyDictionary<string, int> Lines)
{
    /// <summary>Line of the option that a sentence of <see cref="ServerOptions.Validate"/> is about, or of the group
    /// that it belongs to; null = the text does not name it.</summary>
    public int? LineOf(string error)
    {
        for (var key = error.Split(':')[0]; key.Length > 0; key = key[..Math.Max(key.LastIndexOf('.'), 0)])
        {
            if (Lines.TryGetValue(key, out var line))
            {
                return line;
            }
        }

        return null;
    }
}
