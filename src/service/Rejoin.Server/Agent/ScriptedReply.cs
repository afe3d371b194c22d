namespace Rejoin.Server;

/// <summary>The scripted reply to a text, in pieces.</summary>
internal static class ScriptedReply
{
    private const string Opening = "You said: ";
    private const int FewestPieces = 4;
    private const int MostPieces = 10;

    /// <summary>Pieces of the reply: 4 to 10, none empty, no character cut in two.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var reply = Opening + text;
        var count = FewestPieces + (int)(Hash(text) % (MostPieces - FewestPieces + 1));
        var pieces = new List<string>(count);
        var start = 0;
        for (var i = 1; i <= count; i++)
        {
            var end = i == count ? reply.Length : Math.Max(start, reply.Length * i / count);
            if (end > 0 && end < reply.Length && char.IsSurrogatePair(reply[end - 1], reply[end]))
            {
                end++;
            }

            if (end > start)
            {
                pieces.Add(reply[start..end]);
                start = end;
            }
        }

        return pieces;
    }

    // FNV-1a: the same on every machine, unlike string.GetHashCode.
    private static uint Hash(string text)
    {
        var hash = 2_166_136_261u;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16_777_619u;
        }

        return hash;
    }
}
