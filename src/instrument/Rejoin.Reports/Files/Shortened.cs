namespace Rejoin.Reports;

/// <summary>Texts with a bound on their length.</summary>
internal static class Shortened
{
    /// <summary>The text, or its beginning and how much is left out.</summary>
    /// <param name="text">Text.</param>
    /// <param name="charactersAtMost">Length, in characters without the remark.</param>
    public static string Of(string text, int charactersAtMost)
    {
        if (text.Length <= charactersAtMost)
        {
            return text;
        }

        // A pair of surrogates is one character to a reader.
        var end = char.IsHighSurrogate(text[charactersAtMost - 1]) ? charactersAtMost - 1 : charactersAtMost;
        return $"{text[..end]}… ({text.Length - end} more characters)";
    }
}
