namespace Rejoin.Runner.Tests;

public sealed class ScriptReaderTests
{
    private const string Head = """
        schema: rejoin.conversation/1
        id: mine
        summary: One.
        sessions:
          - session: s1
            steps:

        """;

    [Fact]
    public void Every_conversation_of_the_tool_is_read_under_its_own_id()
    {
        Assert.Equal(
            [
                "history", "agent-state", "location", "repeated", "absence", "refresh", "large-message", "two-sessions",
            ],
            ConversationCatalogue.All.Select(script => script.Id));
        Assert.All(ConversationCatalogue.All, script => Assert.Equal(script, ConversationCatalogue.Find(script.Id)));
    }

    [Theory]
    [InlineData("- { do: say, text: hello }", "does not fit here", "connect")]
    [InlineData("- { do: connect }\n      - { do: dance }", "is not an allowed value", "connect, resume, say")]
    [InlineData("- { do: connect }\n      - { do: say }", "is missing", "1 to 4096 characters")]
    [InlineData(
        "- { do: connect }\n      - { do: drop }\n      - { do: history }", "does not fit here",
        "resume, away, crash")]
    [InlineData("- { do: connect, text: hello }", "does not go with this operation", "do")]
    [InlineData("- { do: connect }\n      - { away: 5s }", "does not fit here", "say, set, start")]
    [InlineData(
        "- { do: connect }\n      - { do: leave }\n      - { do: history }", "does not fit here",
        "nothing after leave")]
    [InlineData(
        "- { do: connect }\n      - { do: set, key: k, scope: other }", "is not an allowed value",
        "memory, preference")]
    [InlineData("- { do: connect, place: moon }", "is not an allowed value", "home, away")]
    public void A_step_that_cannot_be_is_refused_with_its_line_and_what_is_allowed(
        string steps, string problem, string allowed)
    {
        var read = ScriptReader.Read(Head + "      " + steps + "\n", "mine.yaml");

        Assert.Null(read.Script);
        var error = Assert.Single(read.Errors);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Allowed, StringComparison.Ordinal);
        Assert.InRange(error.Line, 7, 9);
    }

    [Fact]
    public void All_errors_of_a_file_are_told_at_once()
    {
        var read = ScriptReader.Read(
            """
            schema: rejoin.conversation/9
            id: Not An Id
            sessions:
              - session: s1
                steps:
                  - { do: connect }
              - session: s1
                steps: []
            """,
            "mine.yaml");

        Assert.Equal([1, 1, 2, 7, 8], read.Errors.Select(error => error.Line).Order());
    }

    [Fact]
    public void A_file_that_is_not_there_is_one_error()
    {
        var error = Assert.Single(ScriptReader.ReadFile("/nowhere/mine.yaml").Errors);
        Assert.Contains("cannot be read", error.Problem, StringComparison.Ordinal);
    }
}
