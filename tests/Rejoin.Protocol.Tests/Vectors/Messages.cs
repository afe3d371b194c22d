using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rejoin.Protocol.Tests.Vectors;

public sealed class Messages
{
    public static TheoryData<string> Client => [.. VectorFiles.Of("client").Select(v => v.ToString())];

    public static TheoryData<string> Server => [.. VectorFiles.Of("server").Select(v => v.ToString())];

    [Theory]
    [MemberData(nameof(Client))]
    public void Message_of_a_client_is_read_as_its_vector_says(string name)
    {
        var vector = VectorFiles.Of("client").Single(v => v.ToString() == name);
        var message = MessageReader.ReadClient(vector.Frame, out var reason);

        Assert.Equal(vector.IsWellFormed, message is not null);
        Assert.Equal(vector.IsWellFormed, reason is null);
        if (message is not null && vector is { Reaction: "accept", RoundTrip: true })
        {
            AssertSame(vector, JsonSerializer.SerializeToUtf8Bytes(message, ProtocolJson.Default.ClientMessage));
        }
    }

    [Theory]
    [MemberData(nameof(Server))]
    public void Message_of_a_server_is_read_as_its_vector_says(string name)
    {
        var vector = VectorFiles.Of("server").Single(v => v.ToString() == name);
        var message = MessageReader.ReadServer(vector.Frame, out var reason);

        Assert.Equal(vector.IsWellFormed, message is not null);
        Assert.Equal(vector.IsWellFormed, reason is null);
        if (message is not null && vector is { Reaction: "accept", RoundTrip: true })
        {
            AssertSame(vector, JsonSerializer.SerializeToUtf8Bytes(message, ProtocolJson.Default.ServerMessage));
        }
    }

    [Fact]
    public void Names_of_vectors_are_unique()
    {
        var server = VectorFiles.Of("server").Select(v => v with { Message = "server " + v.Message });
        var names = VectorFiles.Of("client").Concat(server);

        Assert.Empty(names.GroupBy(v => v.ToString()).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Hello_without_a_word_about_snapshots_takes_them()
    {
        var hello = (Hello)MessageReader.ReadClient("""{"type":"hello","token":"t"}"""u8, out _)!;

        Assert.True(hello.Snapshots);
    }

    [Fact]
    public void Text_about_a_wrong_message_quotes_nothing_of_it()
    {
        MessageReader.ReadClient("""{"type":"hello","token":"t","offset":"eyJsecret"}"""u8, out var reason);

        Assert.DoesNotContain("eyJ", reason, StringComparison.Ordinal);
    }

    private static void AssertSame(Vector vector, byte[] written) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(vector.Frame), JsonNode.Parse(written)),
        $"{vector}: written as {System.Text.Encoding.UTF8.GetString(written)}");
}
