using System.Text;

namespace Rejoin.Checks;

/// <summary>The words of a command line: separated by white space, quoted as in a POSIX shell, and nothing else of a
/// shell: no variables, no pipes.</summary>
public static class CommandWords
{
    /// <summary>Most words.</summary>
    public const int MaximumWords = 64;

    /// <summary>Most characters of a word.</summary>
    public const int MaximumCharacters = 4096;

    /// <summary>What a command may be, in words.</summary>
    public const string Allowed = "a command with its arguments, or a list of them; no shell reads it";

    /// <summary>Words of a command line.</summary>
    /// <param name="text">Command line.</param>
    /// <param name="words">The words, at least one; empty if the result is false.</param>
    /// <returns>Whether it is one: quotes are closed, and no word is too long or holds control characters.</returns>
    public static bool TrySplit(string text, out IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<string>();
        var word = new StringBuilder();
        var (quote, isWord) = ('\0', false);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (quote == '\0' && character is ' ' or '\t')
            {
                Take();
            }
            else if (character == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && character is '\'' or '"')
            {
                (quote, isWord) = (character, true);
            }
            else
            {
                // A backslash before anything else than what it protects stands for itself: paths of Windows.
                var isEscape = character == '\\' && quote != '\'' && at + 1 < text.Length
                    && text[at + 1] is '\\' or '"' or '\'' or ' ';
                word.Append(isEscape ? text[++at] : character);
                isWord = true;
            }
        }

        Take();
        words = quote == '\0' && AreWords(found) ? found : [];
        return words.Count > 0;

        void Take()
        {
            if (isWord)
            {
                found.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
        }
    }

    /// <summary>Whether a list is a command with its arguments.</summary>
    internal static bool AreWords(IReadOnlyList<string> words) => words.Count is >= 1 and <= MaximumWords
        && words[0].Length > 0
        && words.All(word => word.Length <= MaximumCharacters && !word.Any(char.IsControl));
}
