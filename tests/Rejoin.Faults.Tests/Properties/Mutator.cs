using System.Text;

namespace Rejoin.Properties;

/// <summary>Spoils files; the same random source gives the same bytes.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus)
{
    private const int LongestNesting = 3_000;
    private const int LongestText = 20_000;

    private static readonly string[] Numbers =
    [
        "99999999999999999999999999", "-1", "0", "1.5", "1e999", "-0", "2147483648", "9223372036854775807",
        "9223372036854775808", "18446744073709551616", "4294967296", "1E400", "007", "9007199254740993",
    ];

    private static readonly string[] Escapes =
        ["\\ud800", "\\udc00\\ud800", "\\u0000", "\\uD83D\\uDE00", "\\x41", "\\", "\\\"", "\u2028", "\\u00"];

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "{}", "[]", "\n", "\r\n", "\t", " ", "'", "|", ">", "&a ",
        "*a", "!!str ", "- ", "? ", "---\n", "...\n", "#", "%YAML 9.9\n", "\0", "<<: ", "\uFEFF", "//", "/*", "NaN",
    ];

    private static readonly byte[][] NoUtf8 =
        [[0xC0, 0x80], [0xFF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xFE, 0xFF]];

    /// <summary>A file of the corpus with one to four mutations, or a short run of random bytes.</summary>
    public byte[] Next(int file, Random random)
    {
        if (random.Next(40) == 0)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            return noise;
        }

        var bytes = corpus[file];
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            bytes = Apply((Mutation)random.Next(Enum.GetValues<Mutation>().Length), bytes, random);
        }

        return bytes;
    }

    /// <summary>Spoils a file in one way.</summary>
    public byte[] Apply(Mutation mutation, byte[] bytes, Random random) => mutation switch
    {
        Mutation.Truncate => bytes[..random.Next(bytes.Length + 1)],
        Mutation.FlipBits => Changed(bytes, random, b => (byte)(b ^ (1 << random.Next(8)))),
        Mutation.ReplaceBytes => Changed(bytes, random, _ => (byte)random.Next(256)),
        Mutation.RemoveLine => Lines(bytes, random, (lines, at) => lines.RemoveAt(at)),
        Mutation.DuplicateLine => Lines(bytes, random, (lines, at) => lines.Insert(at, lines[at])),
        Mutation.SwapLines => Lines(bytes, random, (lines, at) => lines.Reverse(at, Math.Min(2, lines.Count - at))),
        Mutation.HugeNumber => Number(bytes, random),
        Mutation.DeepNesting => Inserted(bytes, Nesting(random), random),
        Mutation.LongText => Inserted(bytes, Repeated("abc\"é ", random.Next(1, LongestText), random), random),
        Mutation.InvalidUtf8 => Inserted(bytes, NoUtf8[random.Next(NoUtf8.Length)], random),
        Mutation.Escape => Inserted(bytes, Encoding.UTF8.GetBytes(Escapes[random.Next(Escapes.Length)]), random),
        Mutation.Token => Inserted(bytes, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]), random),
        Mutation.DuplicateSlice => Inserted(bytes, Slice(bytes, random), random),
        Mutation.RemoveSlice => Removed(bytes, random),
        _ => Inserted(bytes, Slice(corpus[random.Next(corpus.Count)], random), random),
    };

    private static byte[] Changed(byte[] bytes, Random random, Func<byte, byte> change)
    {
        var copy = bytes.ToArray();
        for (var n = copy.Length == 0 ? 0 : random.Next(1, 9); n > 0; n--)
        {
            var at = random.Next(copy.Length);
            copy[at] = change(copy[at]);
        }

        return copy;
    }

    private static byte[] Lines(byte[] bytes, Random random, Action<List<byte[]>, int> change)
    {
        var lines = new List<byte[]>();
        for (var rest = bytes.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            end = end < 0 ? rest.Length : end + 1;
            lines.Add(rest[..end].ToArray());
            rest = rest[end..];
        }

        if (lines.Count > 0)
        {
            change(lines, random.Next(lines.Count));
        }

        return [.. lines.SelectMany(line => line)];
    }

    private static byte[] Number(byte[] bytes, Random random)
    {
        var digits = Enumerable.Range(0, bytes.Length).Where(i => char.IsAsciiDigit((char)bytes[i])).ToArray();
        if (digits.Length == 0)
        {
            return bytes;
        }

        var start = digits[random.Next(digits.Length)];
        var end = start;
        while (end < bytes.Length && char.IsAsciiDigit((char)bytes[end]))
        {
            end++;
        }

        return [.. bytes[..start], .. Encoding.ASCII.GetBytes(Numbers[random.Next(Numbers.Length)]), .. bytes[end..]];
    }

    private static byte[] Nesting(Random random)
    {
        string[] openers = ["[", "{\"a\":", "{a: ", "- ", "\n ", "[[{\"x\":["];
        return Repeated(openers[random.Next(openers.Length)], random.Next(1, LongestNesting), random);
    }

    private static byte[] Repeated(string text, int most, Random random) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, random.Next(1, (most / text.Length) + 2))));

    private static byte[] Slice(byte[] bytes, Random random)
    {
        var start = random.Next(bytes.Length + 1);
        return bytes[start..(start + random.Next(Math.Min(bytes.Length - start, 2_000) + 1))];
    }

    private static byte[] Removed(byte[] bytes, Random random)
    {
        var start = random.Next(bytes.Length + 1);
        return [.. bytes[..start], .. bytes[(start + random.Next(bytes.Length - start + 1))..]];
    }

    private static byte[] Inserted(byte[] bytes, byte[] what, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        return [.. bytes[..at], .. what, .. bytes[at..]];
    }
}
