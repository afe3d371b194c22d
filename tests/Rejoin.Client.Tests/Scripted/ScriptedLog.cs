using System.Text;
using System.Text.Json.Nodes;
using Rejoin.Protocol;

namespace Rejoin.Client.Tests.Scripted;

/// <summary>A session's log as a right server keeps it: frames and digests.</summary>
internal sealed class ScriptedLog
{
    private readonly List<string> frames = [];
    private readonly List<LogDigest> digests = [LogDigest.Empty];

    public long Head => frames.Count;

    /// <summary>Appends a user message.</summary>
    /// <returns>Its frame.</returns>
    public string Add(string id, string text = "hello")
    {
        var frame = Said.Event(
            Head + 1, new JsonObject { ["kind"] = "user_message", ["id"] = id, ["text"] = text });
        frames.Add(frame);
        digests.Add(digests[^1].Append(Encoding.UTF8.GetBytes(frame)));
        return frame;
    }

    public ScriptedLog With(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Add($"m{Head + 1}");
        }

        return this;
    }

    /// <summary>Frame of an event, 1-based.</summary>
    public string this[long offset] => frames[(int)offset - 1];

    public string[] After(long offset) => [.. frames.Skip((int)offset)];

    public string DigestAt(long offset) => digests[(int)offset].ToString();

    /// <summary>The mark at the end of the replay.</summary>
    public string Replayed => Said.Replayed(Head, DigestAt(Head));
}
