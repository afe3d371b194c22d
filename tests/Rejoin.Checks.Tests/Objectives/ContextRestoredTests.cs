namespace Rejoin.Checks.Tests;

public sealed class ContextRestoredTests
{
    private static readonly Contract Contract = BuiltInContracts.Reference();

    private static readonly Objective Objective = new()
    {
        Id = "context", Scenario = "absence", Measure = ObjectiveMeasure.ContextRestored, Limit = 0.95,
    };

    private static readonly MessageView User = new() { Id = "m1", Role = "user", Text = "hello" };
    private static readonly MessageView Agent = new() { Id = "a1", Role = "agent", Text = "good day" };

    [Fact]
    public void Everything_that_was_known_and_is_shown_makes_one()
    {
        var script = Known().Cut().Resume(0.1);
        Read(script, [User, Agent], Context("\"v2\"", "\"dark\"", 2));
        Assert.Equal([1], Samples(script).Values);
    }

    [Theory]
    [InlineData(5, "hello", "\"v2\"", "\"dark\"", 2, false)]
    [InlineData(4, "hallo", "\"v2\"", "\"dark\"", 2, false)]
    [InlineData(4, "hello", "\"v1\"", "\"dark\"", 2, false)]
    [InlineData(4, "hello", "\"v2\"", null, 2, false)]
    [InlineData(4, "hello", "\"v2\"", "\"dark\"", 1, false)]
    [InlineData(4, "hello", "\"v2\"", "\"dark\"", 2, true)]
    public void What_is_missing_or_changed_is_not_restored(
        int restored, string text, string memory, string? preference, int steps, bool hidesAgent)
    {
        var script = Known().Cut().Resume(0.1);
        Read(script, [User with { Text = text }, .. hidesAgent ? Array.Empty<MessageView>() : [Agent]],
            Context(memory, preference, steps));

        // One user message, one reply, two values, two steps.
        Assert.Equal((restored + 1) / 6.0, Assert.Single(Samples(script).Values), 9);
    }

    [Fact]
    public void A_message_that_the_service_gave_an_id_of_its_own_is_known_by_its_text()
    {
        var script = new ResumeScript("s1").Connect().Do(Operation.Say, new() { Id = "m1", Text = "hello" })
            .Cut().Resume(0.1);
        Read(script, [User with { Id = "other" }], null);
        Assert.Equal([1], Samples(script).Values);
    }

    [Fact]
    public void A_value_of_unknown_end_may_be_there_or_not()
    {
        foreach (var value in new[] { "\"v2\"", "\"v3\"" })
        {
            var script = Known()
                .Do(Operation.Set, new() { Scope = "memory", Key = "k", Value = "\"v3\"" }, end: null)
                .Cut().Resume(0.1);
            Read(script, [User, Agent], Context(value, "\"dark\"", 2));
            Assert.Equal([1], Samples(script).Values);
        }
    }

    [Fact]
    public void Only_the_first_reads_after_a_resume_count()
    {
        var script = Known().Cut().Resume(0.1);
        Read(script, [User, Agent], Context("\"v2\"", "\"dark\"", 2));
        Read(script, [], Context("\"v1\"", null, 0));
        Assert.Equal([1], Samples(script).Values);
    }

    [Fact]
    public void A_resume_without_the_reads_that_it_takes_is_left_out()
    {
        var script = Known().Cut().Resume(0.1).Do(Operation.History, result: new() { History = [User, Agent] });
        Assert.Empty(Samples(script).Values);
        Assert.Equal("no reads of the history and the context followed such a resume", Samples(script).Missing);
    }

    [Fact]
    public void After_a_reset_nothing_of_before_is_expected()
    {
        var script = Known().Cut().Resume(0.1, outcome: AttachOutcome.Reset);
        Read(script, [], Context(null, null, 0));
        script.Do(Operation.Say, new() { Id = "m2", Text = "again" }).Cut().Resume(0.1);
        Read(script, [User with { Id = "m2", Text = "again" }], Context(null, null, 0));
        Assert.Equal([1], Samples(script).Values);
    }

    [Fact]
    public void What_was_said_after_the_resume_is_not_expected_of_it()
    {
        var script = Known().Cut().Resume(0.1).Do(Operation.Say, new() { Id = "m2", Text = "later" });
        Read(script, [User, Agent], Context("\"v2\"", "\"dark\"", 2));
        Assert.Equal([1], Samples(script).Values);
    }

    private static ResumeScript Known() => new ResumeScript("s1").Connect()
        .Do(Operation.Say, new() { Id = "m1", Text = "hello" })
        .Receive(new() { Kind = "agent_message", Id = "a1", Text = "good day" })
        .Do(Operation.Set, new() { Scope = "memory", Key = "k", Value = "\"v1\"" })
        .Do(Operation.Set, new() { Scope = "memory", Key = "k", Value = "\"v2\"" })
        .Do(Operation.Set, new() { Scope = "preference", Key = "theme", Value = "\"dark\"" })
        .Receive(new() { Kind = "step_completed", Workflow = "w1", Step = 1 })
        .Receive(new() { Kind = "step_completed", Workflow = "w1", Step = 2 });

    private static ContextView Context(string? memory, string? preference, int steps) => new()
    {
        Memory = memory is null ? new() : new Dictionary<string, string> { ["k"] = memory },
        Preferences = preference is null ? new() : new Dictionary<string, string> { ["theme"] = preference },
        Workflows = [new() { Id = "w1", Name = "plan", Steps = ["a", "b"], CompletedSteps = steps, Completed = false }],
    };

    private static void Read(ResumeScript script, List<MessageView> history, ContextView? context)
    {
        script.Do(Operation.History, result: new() { History = history });
        if (context is not null)
        {
            script.Do(Operation.Context, result: new() { Context = context });
        }
    }

    private static ObjectiveSamples Samples(ResumeScript script) =>
        ObjectiveSamples.Of(Objective, Contract, script.Build());
}
