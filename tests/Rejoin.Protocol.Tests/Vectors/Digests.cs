using System.Text;

namespace Rejoin.Protocol.Tests.Vectors;

public sealed class Digests
{
    [Fact]
    public void Digest_of_every_log_is_the_known_one()
    {
        foreach (var log in VectorFiles.Read("digest.json")["logs"]!.AsArray())
        {
            var digest = LogDigest.Empty;
            var expected = log!["digests"]!.AsArray().Select(d => (string)d!).ToArray();
            Assert.Equal(expected[0], digest.ToString());
            foreach (var (frame, index) in log["frames"]!.AsArray().Select((f, i) => ((string)f!, i)))
            {
                digest = digest.Append(Encoding.UTF8.GetBytes(frame));
                Assert.Equal(expected[index + 1], digest.ToString());
                Assert.IsType<Event>(MessageReader.ReadServer(Encoding.UTF8.GetBytes(frame), out _));
            }
        }
    }

    [Fact]
    public void Digest_survives_its_text_and_its_bytes()
    {
        var digest = LogDigest.Empty.Append("x"u8);

        Assert.True(LogDigest.TryParse(digest.ToString(), out var parsed));
        Assert.Equal(digest, parsed);
        Assert.Equal(digest, LogDigest.FromBytes(digest.Bytes));
        Assert.Throws<ArgumentException>(() => LogDigest.FromBytes([1]));
        Assert.False(LogDigest.TryParse(digest.ToString().ToUpperInvariant(), out _));
        Assert.False(LogDigest.TryParse(null, out _));
    }
}
