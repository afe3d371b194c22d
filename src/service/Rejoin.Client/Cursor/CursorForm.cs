using Rejoin.Protocol;

namespace Rejoin.Client;

/// <summary>A cursor as its JSON text has it: everything optional, judged after reading.</summary>
internal sealed class CursorForm
{
    public string? Schema { get; set; }

    public string? Session { get; set; }

    public string? Epoch { get; set; }

    public long? Offset { get; set; }

    public string? Digest { get; set; }

    public string? Principal { get; set; }

    public long? Generation { get; set; }

    public IReadOnlyList<ClientMessage>? Operations { get; set; }
}
