using System.Text;

namespace Rejoin.Checks.Tests;

public sealed class HistoryReaderTests
{
    private const string Sessions = """[{"session":"s1","principal":"ada","canary":"cn-0123456789abcdef"}]""";

    private const string Trial = """{"schema":"rejoin.history/1","scenario":"history","trial":1,"round":1,"seed":7""";

    private const string Header =
        $$$"""{"index":1,"timeNs":0,"type":"trial","trial":{{{Trial}}},"sessions":{{{Sessions}}}}}""";

    private const string ContextRead = """
        {"index":3,"timeNs":2,"type":"ok","session":"s1","call":1,"operation":"context",
        """;

    [Fact]
    public void What_is_written_is_read_back()
    {
        var history = RandomTrial.Of(1, PlantedBug.None);
        var read = Read(Encoding.UTF8.GetString(Bytes(history)));
        Assert.Empty(read.Errors);
        Assert.Equivalent(history, read.History, strict: true);
    }

    [Fact]
    public void Equal_histories_give_equal_bytes() =>
        Assert.Equal(Bytes(RandomTrial.Of(2, PlantedBug.None)), Bytes(RandomTrial.Of(2, PlantedBug.None)));

    [Fact]
    public void A_file_is_written_and_read_back()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("rejoin-").FullName, "history.jsonl");
        HistoryWriter.WriteFile(path, CleanTrial.Script().Build());
        Assert.Empty(HistoryReader.ReadFile(path).Errors);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Parts_that_a_line_leaves_out_have_their_defaults()
    {
        var read = Read(Header, Invoke(2, 1, "context"), ContextRead + """
            "result":{"context":{"principal":"ada"}}}
            """);
        Assert.Empty(read.Errors);
        var context = read.History!.Events[2].Result!.Context!;
        Assert.Equivalent(new ContextView { Principal = "ada" }, context, strict: true);
        Assert.Equal(0, Judged.All(read.History!).Sum(judgement => judgement.Findings.Count));
    }

    [Fact]
    public void An_empty_file_is_one_error() => Error(0, "is empty", "");

    [Fact]
    public void A_newer_schema_is_called_newer() => Error(1, "has the newer schema 'rejoin.history/2'",
        Header.Replace("history/1\"", "history/2\",\"strange\":true", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_schema_is_called_unknown() =>
        Error(1, "has the unknown schema 'other/1'",
            Header.Replace("rejoin.history/1", "other/1", StringComparison.Ordinal));

    [Fact]
    public void A_header_without_a_schema_is_named() => Error(1, "has no 'trial.schema'",
        Header.Replace("\"schema\":\"rejoin.history/1\",", "", StringComparison.Ordinal));

    [Fact]
    public void A_last_line_that_is_cut_off_is_called_cut_off() =>
        Error(2, "is cut off", Header, Invoke(2, 1, "say")[..40]);

    [Fact]
    public void A_line_in_the_middle_that_is_no_JSON_is_named() =>
        Error(2, "is not a history line", Header, "{\"index\":2", Invoke(3, 1, "context"));

    [Fact]
    public void An_unknown_part_is_refused() =>
        Error(2, "could not be mapped", Header,
            Invoke(2, 1, "context").Replace("\"call\"", "\"cal\":1,\"call\"", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_type_is_refused() =>
        Error(2, "could not be converted", Header,
            Invoke(2, 1, "context").Replace("invoke", "started", StringComparison.Ordinal));

    [Fact]
    public void A_number_is_not_a_type() =>
        Error(2, "type or operation that does not exist", Header,
            Invoke(2, 1, "context").Replace("\"invoke\"", "99", StringComparison.Ordinal));

    [Fact]
    public void A_gap_in_the_numbers_is_named_once() =>
        Error(2, "has index 3, expected 2", Header, Invoke(3, 1, "context"), Invoke(4, 2, "context"));

    [Fact]
    public void Time_that_runs_backwards_is_named() => Error(3, "has timeNs 1, below 5",
        Header, Invoke(2, 1, "context", timeNs: 5), Invoke(3, 2, "context", timeNs: 1));

    [Fact]
    public void A_first_line_that_is_no_header_is_named()
    {
        var read = Read(Invoke(1, 1, "context"));
        Assert.Contains(read.Errors, error => error.Problem.StartsWith("is not the header", StringComparison.Ordinal));
    }

    [Fact]
    public void A_session_that_the_header_does_not_name_is_named() =>
        Error(2, "names the session 's9'", Header,
            Invoke(2, 1, "context").Replace("s1", "s9", StringComparison.Ordinal));

    [Fact]
    public void An_end_without_an_invoke_is_named() =>
        Error(2, "completes call 4, which no line above invokes", Header, Info(2, 4));

    [Fact]
    public void A_second_end_is_named() =>
        Error(4, "completes call 1 a second time", Header, Invoke(2, 1, "context"), Info(3, 1), Info(4, 1));

    [Fact]
    public void A_second_invoke_of_a_call_is_named() =>
        Error(3, "invokes call 1 again", Header, Invoke(2, 1, "context"), Invoke(3, 1, "context"));

    [Fact]
    public void A_part_that_is_missing_is_named() =>
        Error(2, "has no 'input.id'", Header,
            Invoke(2, 1, "say").Replace("\"id\":\"m1\",", "", StringComparison.Ordinal));

    [Fact]
    public void A_line_that_is_too_long_is_named_and_the_next_ones_are_not_accused() =>
        Error(2, "is longer than 1048576 bytes",
        Header, new string(' ', HistoryLimits.LineBytes + 1), Invoke(3, 1, "context"));

    [Fact]
    public void An_error_shows_so_much_of_a_long_name_and_no_more()
    {
        var name = new string('s', 100_000);
        var read = Read(Header, Invoke(2, 1, "context").Replace("s1", name, StringComparison.Ordinal));
        Assert.Equal(HistoryLimits.ErrorCharacters + 1, Assert.Single(read.Errors).Problem.Length);
    }

    [Fact]
    public void A_canary_of_another_shape_is_named() =>
        Error(1, "a canary that is not", Header.Replace("cn-0123456789abcdef", "cn-0123", StringComparison.Ordinal));

    [Fact]
    public void Every_error_is_reported_up_to_a_hundred()
    {
        var read = Read([Header, .. Enumerable.Range(2, 300).Select(number => Info(number, number))]);
        Assert.Equal(HistoryLimits.Errors, read.Errors.Count);
        Assert.Equal("trial.jsonl:2: completes call 2, which no line above invokes", read.Errors[0].ToString());
    }

    [Fact]
    public void An_offset_out_of_its_range_is_named() => Error(2, "has an offset out of its range", Header,
        Invoke(2, 1, "context").Replace("\"id\"", "\"offset\":9007199254740992,\"id\"", StringComparison.Ordinal));

    [Fact]
    public void Bytes_that_are_not_UTF8_are_named()
    {
        var read = HistoryReader.Read(new MemoryStream([.. Encoding.UTF8.GetBytes(Header + "\n"), 0xFF, 0x0A]), "x");
        Assert.Equal("x:2: is not UTF-8", Assert.Single(read.Errors).ToString());
    }

    [Fact]
    public void An_escaped_half_of_a_surrogate_pair_is_refused() => Error(2, "is not a history line", Header,
        Invoke(2, 1, "context").Replace("hello", "\\ud800", StringComparison.Ordinal));

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_do_not_matter() =>
        Assert.Empty(HistoryReader.Read(
            new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Header + "\r\n")]), "x").Errors);

    [Fact]
    public void A_file_that_is_not_there_is_one_error() =>
        Assert.Contains("cannot be read", Assert.Single(HistoryReader.ReadFile("/nowhere.jsonl").Errors).Problem,
            StringComparison.Ordinal);

    private static void Error(long line, string problem, params string[] lines)
    {
        var error = Assert.Single(Read(lines).Errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }

    private static string Invoke(long index, long call, string operation, long timeNs = 1) =>
        $$"""{"index":{{index}},"timeNs":{{timeNs}},"type":"invoke","client":"c1","session":"s1","connection":1,"""
        + $$$"""
            "call":{{{call}}},"operation":"{{{operation}}}","input":{"id":"m1","text":"hello"}}
            """;

    private static string Info(long index, long call) =>
        $$"""{"index":{{index}},"timeNs":1,"type":"info","session":"s1","call":{{call}},"operation":"context","""
        + """
            "error":{"code":"lost","message":"x"}}
            """;

    private static HistoryReadResult Read(params string[] lines) =>
        HistoryReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), "trial.jsonl");

    private static byte[] Bytes(TrialHistory history)
    {
        var stream = new MemoryStream();
        using (var writer = new HistoryWriter(stream, leaveOpen: true))
        {
            foreach (var line in history.Events)
            {
                writer.Write(line);
            }
        }

        return stream.ToArray();
    }
}
