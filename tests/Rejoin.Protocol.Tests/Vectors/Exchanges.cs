using System.Text;
using System.Text.Json.Nodes;

namespace Rejoin.Protocol.Tests.Vectors;

public sealed class Exchanges
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "protocol.md"));

    [Fact]
    public void Frames_of_the_examples_are_valid_and_their_digests_right()
    {
        var digest = LogDigest.Empty;
        foreach (var step in Steps())
        {
            if ((string?)step["client"] is { } client)
            {
                Assert.NotNull(MessageReader.ReadClient(Encoding.UTF8.GetBytes(client), out _));
            }
            else if ((string?)step["server"] is { } server)
            {
                var utf8 = Encoding.UTF8.GetBytes(server);
                var message = MessageReader.ReadServer(utf8, out _);
                digest = message switch
                {
                    Event => digest.Append(utf8),
                    Reset or Opened => LogDigest.Empty,
                    _ => digest,
                };
                Assert.NotNull(message);
                Assert.Equal(digest.ToString(), (message as Replayed)?.Digest ?? digest.ToString());
            }
        }
    }

    [Fact]
    public void Examples_of_the_page_are_the_exchanges()
    {
        var frames = Steps().SelectMany(s => new[] { (string?)s["client"], (string?)s["server"] }).OfType<string>()
            .Select(f => f.Replace("{token}", "eyJ…", StringComparison.Ordinal)).ToArray();
        var lines = Page[Page.IndexOf("## 10.", StringComparison.Ordinal)..].Split('\n')
            .Where(l => l.StartsWith("> {", StringComparison.Ordinal) || l.StartsWith("< {", StringComparison.Ordinal))
            .Select(l => l[2..]).ToArray();

        Assert.Equal(frames.Length, lines.Length);
        Assert.All(frames.Zip(lines), pair => Assert.True(
            IsAbbreviation(pair.Second, pair.First), $"The page has {pair.Second}, the exchange {pair.First}."));
    }

    private static IEnumerable<JsonNode> Steps() => VectorFiles.Read("exchanges.json")["connections"]!.AsArray()
        .SelectMany(c => c!["steps"]!.AsArray()).Select(s => s!);

    /// <summary>Whether a line is a frame with parts left out at each "…".</summary>
    private static bool IsAbbreviation(string line, string frame)
    {
        var at = 0;
        foreach (var part in line.Split('…'))
        {
            var found = frame.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return at == frame.Length || line.EndsWith('…');
    }
}
