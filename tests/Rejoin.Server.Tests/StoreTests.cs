using Microsoft.Extensions.Logging.Abstractions;
using Rejoin.Protocol;

namespace Rejoin.Server.Tests;

public sealed class StoreTests : IDisposable
{
    private readonly string folder = TestServer.NewFolder();

    private string DatabasePath => Path.Combine(folder, "rejoin.db");

    [Fact]
    public async Task An_append_of_an_older_generation_is_fenced_in_the_transaction()
    {
        await using var store = Open();
        await store.OpenAsync(new OpenCommand("s", "ada", "e", 10));
        await store.AttachAsync(new AttachCommand("s", "ada"));
        Assert.Equal(AppendStatus.Fenced, (await store.AppendAsync(Say("s", "m1", 1))).Status);
        Assert.Equal(AppendStatus.Applied, (await store.AppendAsync(Say("s", "m1", 2))).Status);

        // Both were waiting in the same queue: the attach comes first, so the append is too late.
        var attach = store.AttachAsync(new AttachCommand("s", "ada"));
        var late = store.AppendAsync(Say("s", "m2", 2));
        Assert.Equal(3, (await attach).Session!.Generation);
        Assert.Equal(AppendStatus.Fenced, (await late).Status);
    }

    [Fact]
    public async Task An_agents_append_is_fenced_when_another_process_took_the_store_over()
    {
        await using var older = Open();
        await older.OpenAsync(new OpenCommand("s", "ada", "e", 10));
        await older.AppendAsync(Say("s", "m1", 1) with { Begin = new StoredTurn("m1", TurnKind.Reply, 1) });
        var fence = new TurnFence("m1", 1);
        Assert.Equal(AppendStatus.Applied, (await older.AppendAsync(Piece(fence))).Status);

        await using var newer = Open();
        Assert.Equal(AppendStatus.Fenced, (await older.AppendAsync(Piece(fence))).Status);
        Assert.False(await older.ApplyEffectAsync("s", fence, Effect("x", "x")));
        var loaded = (await newer.LoadAsync("s"))!;
        Assert.Equal(new StoredTurn("m1", TurnKind.Reply, 2), Assert.Single(loaded.Turns));
        Assert.IsType<TurnInterrupted>(loaded.Events[^1].Data);
        Assert.Equal(AppendStatus.Fenced, (await newer.AppendAsync(Piece(fence))).Status);
        Assert.Equal(AppendStatus.Applied, (await newer.AppendAsync(Piece(new TurnFence("m1", 2)))).Status);
    }

    [Fact]
    public async Task An_effect_is_applied_once_per_key()
    {
        await using var store = Open();
        await store.OpenAsync(new OpenCommand("s", "ada", "e", 10));
        await store.AppendAsync(Say("s", "w", 1) with { Begin = new StoredTurn("w", TurnKind.Workflow, 1) });
        var fence = new TurnFence("w", 1);
        Assert.True(await store.ApplyEffectAsync("s", fence, Effect("w/1/1", "w/1/1")));
        Assert.True(await store.ApplyEffectAsync("s", fence, Effect("w/1/1", "w/1/1")));
        Assert.Equal(1, Assert.Single(await store.ReadEffectsAsync("s")).Applied);
        Assert.True(await store.ApplyEffectAsync("s", fence, Effect("w/1/1", "another key")));
        Assert.Equal(2, Assert.Single(await store.ReadEffectsAsync("s")).Applied);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Waiting_writes_share_a_commit_only_with_group_commit(bool groupCommit)
    {
        const int Writes = 400;
        await using var store = Open(groupCommit);
        await store.OpenAsync(new OpenCommand("s", "ada", "e", 10));
        var before = store.Counters.Commits;
        var results = await Task.WhenAll(
            Enumerable.Range(0, Writes).Select(i => store.AppendAsync(Say("s", $"m{i}", 1))));
        Assert.Equal(Enumerable.Range(1, Writes).Select(i => (long)i), results.Select(result => result.Offset));
        var commits = store.Counters.Commits - before;
        Assert.True(groupCommit ? commits < Writes / 4 : commits == Writes, $"{commits} commits");
    }

    [Fact]
    public async Task One_write_that_cannot_be_carried_out_does_not_take_the_others_with_it()
    {
        await using var store = Open();
        await store.OpenAsync(new OpenCommand("s", "ada", "e", 10));
        var writes = new List<Task>();
        for (var i = 0; i < 50; i++)
        {
            writes.Add(store.AppendAsync(Say("s", $"m{i}", 1)));
        }

        // A session id that exists already breaks a constraint.
        var broken = store.OpenAsync(new OpenCommand("s", "eve", "e", 10));
        for (var i = 50; i < 100; i++)
        {
            writes.Add(store.AppendAsync(Say("s", $"m{i}", 1)));
        }

        await Task.WhenAll(writes);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => broken);
        Assert.Equal(100, (await store.LoadAsync("s"))!.Record.Head);
    }

    [Fact]
    public async Task A_session_opened_in_the_commit_that_ends_another_has_nothing_of_it()
    {
        await using var store = Open();
        await store.OpenAsync(new OpenCommand("s", "ada", "e", 10));
        var writes = new Task[]
        {
            store.AppendAsync(Say("s", "m1", 1)),
            store.AppendAsync(Say("s", "m2", 1)),
            store.EndAsync(new EndCommand("s", ResetReason.Expired)),
            store.OpenAsync(new OpenCommand("t", "eve", "f", 10)),
            store.AppendAsync(Say("t", "m1", 1)),
        };
        await Task.WhenAll(writes);
        var loaded = (await store.LoadAsync("t"))!;
        Assert.Equal((1L, "eve", 1L), (loaded.Record.Head, loaded.Record.Principal, loaded.Record.Generation));
        Assert.Null(await store.LoadAsync("s"));
    }

    [Fact]
    public async Task A_write_after_a_rollback_starts_from_what_is_committed()
    {
        await using var store = Open();
        await store.OpenAsync(new OpenCommand("s", "ada", "e", 10));
        await store.AppendAsync(Say("s", "m1", 1));
        var writes = new[] { store.AppendAsync(Say("s", "m2", 1)), store.AppendAsync(Say("s", "m3", 1)) };
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => store.OpenAsync(new OpenCommand("s", "eve", "e", 10)));
        await Task.WhenAll(writes);
        Assert.Equal(4, (await store.AppendAsync(Say("s", "m4", 1))).Offset);
        Assert.Equal(4, (await store.LoadAsync("s"))!.Events.Count);
    }

    [Fact]
    public async Task The_log_of_a_session_is_what_was_appended()
    {
        await using (var store = Open())
        {
            await store.OpenAsync(new OpenCommand("s", "ada", "e", 10));
            await store.AppendAsync(Say("s", "m1", 1));
            await store.AppendAsync(Say("s", "m2", 1));
        }

        await using var again = Open();
        var loaded = (await again.LoadAsync("s"))!;
        Assert.Equal([1L, 2L], loaded.Events.Select(entry => entry.Offset));
        var digest = loaded.Events.Aggregate(LogDigest.Empty, (sum, entry) => sum.Append(entry.Frame.Span));
        Assert.Equal(digest, loaded.Record.Digest);
    }

    [Theory]
    [InlineData("journal_mode", "delete", "wal")]
    [InlineData("synchronous", "1", "2")]
    public void A_pragma_that_did_not_take_is_refused(string pragma, string value, string expected)
    {
        var error = Assert.Throws<RejoinServerException>(() => SqliteSchema.Require("x.db", pragma, value, expected));
        Assert.Equal("durability", error.Code);
    }

    [Fact]
    public void The_database_is_in_wal_mode_and_fully_synchronous()
    {
        using var connection = SqliteSchema.OpenWriter(DatabasePath);
        using var journal = new Statement(connection, "PRAGMA journal_mode");
        using var synchronous = new Statement(connection, "PRAGMA synchronous");
        Assert.Equal(("wal", 2L), ((string?)journal.Scalar(), (long?)synchronous.Scalar()));
    }

    [Fact]
    public async Task A_file_that_is_no_database_or_of_another_version_is_refused()
    {
        await File.WriteAllTextAsync(DatabasePath, new string('x', 4_096), TestClient.Bound());
        Assert.Equal("data_folder", Assert.Throws<RejoinServerException>(() => Open()).Code);
        File.Delete(DatabasePath);
        using (var connection = SqliteSchema.OpenWriter(DatabasePath))
        {
            using var version = new Statement(connection, "PRAGMA user_version = 99");
            version.Run();
        }

        Assert.Contains("99", Assert.Throws<RejoinServerException>(() => Open()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private SqliteSessionStore Open(bool groupCommit = true) =>
        SqliteSessionStore.Open(DatabasePath, groupCommit, 16_384, TimeProvider.System, NullLogger.Instance);

    private static AppendCommand Say(string session, string id, long generation) => new()
    {
        Session = session,
        Events = [new UserMessage { Id = id, Text = id }],
        Fence = new ClientFence(generation),
        Operation = new OperationKey(id, OperationContent.Hash("say", id)),
    };

    private static AppendCommand Piece(TurnFence fence) => new()
    {
        Session = "s",
        Events = [new Delta { Turn = fence.Turn, Attempt = fence.Attempt, Index = 0, Text = "x" }],
        Fence = fence,
    };

    private static EffectApplication Effect(string id, string key) =>
        new() { Id = id, Key = key, Workflow = "w", Step = 1, Tool = "t" };
}
