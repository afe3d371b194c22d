using System.Text.Json;
using Rejoin.Client.Tests.Scripted;
using Rejoin.Protocol;

namespace Rejoin.Client.Tests.Cursor;

public sealed class Cursors
{
    [Fact]
    public async Task New_process_resumes_from_a_stored_cursor_and_finishes_the_operations()
    {
        await using var first = new Peer();
        var connection = await first.OpenAsync(events: 2);
        _ = first.Session.SayAsync("late", "late1", cancellationToken: Bounded.Token);
        _ = first.Session.ReadHistoryAsync("r1", cancellationToken: Bounded.Token);
        await connection.HearAsync();
        var json = first.Session.GetCursor(includeOperations: true)!.ToJson();
        first.Session.Abandon();

        await using var second = new Peer(cursor: SessionCursor.FromJson(json), server: first.Server);
        var attempt = second.Session.ResumeAsync(Bounded.Token);
        connection = await second.Server.UpgradeAsync();
        Assert.Equal("2", connection.Header("Rejoin-Offset"));
        await connection.SayAsync(Said.Resumed(2, 2), first.Log.Replayed);
        Assert.True((await attempt.Within()).Succeeded);
        Assert.Equal("late1", (string?)(await connection.HearAsync())!["id"]);
        await connection.SayAsync(first.Log.Add("late1"), Said.Ack("late1", 3));

        await Until.TrueAsync(() => second.Seen.OfType<OperationAnswered>().Any(), "the operation is answered");
        Assert.Equal(("late1", 3L), (
            second.Last<OperationAnswered>().Outcome.Id, second.Last<OperationAnswered>().Outcome.Offset));
        Assert.Equal(0, second.Session.PendingOperations);
    }

    [Fact]
    public async Task Every_event_brings_the_cursor_behind_it()
    {
        await using var peer = new Peer();
        await peer.OpenAsync(events: 3);

        Assert.Equal([0L, 0, 1, 2, 3], peer.Seen.Select(e => e.Cursor!.Offset));
        Assert.Equal(peer.Log.DigestAt(2), peer.Seen.OfType<LogEvent>().ElementAt(1).Cursor!.Digest);
        Assert.Equal(peer.Last<LogEvent>().Cursor, peer.Session.Cursor);
    }

    [Fact]
    public void Cursor_survives_its_json_text()
    {
        var cursor = new SessionCursor
        {
            Session = "s1",
            Epoch = "e1",
            Offset = 3,
            Digest = Said.Zero,
            Principal = "ada",
            Generation = 2,
            Operations =
            [
                new Say { Id = "m1", Text = "x" },
                new Set
                {
                    Id = "m2",
                    Scope = ValueScope.Preference,
                    Key = "k",
                    Value = JsonDocument.Parse("null").RootElement,
                },
            ],
        };
        var read = SessionCursor.FromJson(cursor.ToJson());

        Assert.Equal(cursor.ToJson(), read.ToJson());
        Assert.Equal(new Position("e1", 3), read.Position);
        Assert.StartsWith("{\"schema\":\"rejoin.cursor/1\"", cursor.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("null", "'schema'|'session'|'epoch'|'offset'")]
    [InlineData("""{"session":1}""", "JSON")]
    [InlineData(
        """{"schema":"x","session":"s 1","epoch":"","offset":-1,"digest":"z"}""",
        "'schema'|'session'|'epoch'|'offset'|'digest'")]
    [InlineData("""{"operations":[{"type":"refresh","id":"a","token":"eyJ"}]}""", "'operations'")]
    [InlineData("""{"operations":[{"type":"ack","offset":1}]}""", "no operation")]
    public void Text_that_is_no_cursor_is_told_with_all_its_errors(string json, string parts)
    {
        var error = Assert.Throws<FormatException>(() => SessionCursor.FromJson(json));

        Assert.All(parts.Split('|'), part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("eyJ", error.Message, StringComparison.Ordinal);
    }
}
