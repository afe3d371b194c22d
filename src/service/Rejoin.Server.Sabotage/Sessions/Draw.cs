namespace Rejoin.Server.Sabotage;

/// <summary>A draw that depends on the first thing said in a session, so that it comes out the same at every
/// repetition.</summary>
internal sealed class Draw
{
    private const uint One = 3;
    private string? text;

    /// <summary>Whether a text is drawn: one in three is.</summary>
    public static bool IsDrawnBy(string text) => Hash(text) % One == 0;

    /// <summary>Takes what was said; the first time counts.</summary>
    public void Hear(string said) => Interlocked.CompareExchange(ref text, said, null);

    /// <summary>Whether the session is drawn: one in three is; false until something was said.</summary>
    public bool IsDrawn => Volatile.Read(ref text) is { } said && IsDrawnBy(said);

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
