namespace Rejoin.Checks.Tests;

/// <summary>Further ways to break memory, workflows and effects, and what is no break.</summary>
public sealed class StateTests
{
    private readonly TrialScript _trial = TrialScript.Single();

    public StateTests() => Session.Connect();

    private SessionScript Session => _trial["s1"];

    [Fact]
    public void A_value_that_nobody_put_under_a_key_is_accused()
    {
        Session.State.Set("plan");
        ReadPlan(_ => "\"nobody\"");
        Accused("RJ204");
    }

    [Fact]
    public void A_refused_value_that_shows_is_accused()
    {
        var (call, value) = Session.State.BeginSet("plan");
        Session.Fail(call, Operation.Set, "limit");
        Session.State.Set("plan");
        ReadPlan(_ => value);
        Accused("RJ204");
    }

    [Fact]
    public void A_value_of_unknown_outcome_that_comes_back_is_accused()
    {
        var (call, value) = Session.State.BeginSet("plan");
        Session.State.Put("plan", value);
        Session.Info(call, Operation.Set, "lost");
        Session.State.Set("plan");
        ReadPlan(_ => value);
        Accused("RJ204");
    }

    [Fact]
    public void A_value_in_another_form_of_json_is_the_same()
    {
        var call = Session.Invoke(Operation.Set, new OperationInput
        {
            Id = "v1", Scope = "memory", Key = "plan", Value = "{\"a\":1,\"b\":[2]}",
        });
        Session.State.Put("plan", "{\"a\":1,\"b\":[2]}");
        Session.State.Ack(call, Operation.Set);
        ReadPlan(_ => "{ \"b\": [2], \"a\": 1 }");
        Accused();
    }

    [Fact]
    public void A_skipped_step_is_accused_unless_an_event_is_missing()
    {
        var workflow = Session.State.Start();
        Session.State.Step(workflow, 1);
        Session.State.StepsTo(workflow, 3, 5);
        Session.State.Complete(workflow);
        Accused("RJ205");
    }

    [Fact]
    public void A_workflow_that_vanishes_is_accused()
    {
        Session.State.Start();
        Session.ReadContext(null, view => view with { Workflows = [] });
        Accused("RJ205");
    }

    [Fact]
    public void A_workflow_that_stands_still_is_accused_after_the_recovery_time()
    {
        Session.State.Step(Session.State.Start(), 1);
        _trial.Wait(TimeSpan.FromSeconds(11));
        Session.ReadContext();
        Accused("RJ205");
    }

    [Theory]
    [InlineData("five-steps", new[] { "collect", "analyse", "draft", "deliver", "review" })]
    [InlineData("six-steps", new[] { "collect", "analyse", "draft", "review", "deliver" })]
    public void A_workflow_that_a_read_shows_otherwise_than_the_one_before_is_accused(string name, string[] steps)
    {
        var workflow = Session.State.Start();
        Session.Drop();
        Session.State.StepsTo(workflow, 1, 5);
        Session.State.Complete(workflow);
        Session.ResumeBySnapshot();
        Session.ReadContext();
        Accused();
        Session.ReadContext(null, view => view with
        {
            Workflows = [view.Workflows[0] with { Name = name, Steps = steps }],
        });
        Accused("RJ205");
    }

    [Fact]
    public void A_start_that_does_not_tell_the_steps_leaves_them_to_the_reads()
    {
        var workflow = Session.State.Start();
        Session.State.StepsTo(workflow, 1, 5);
        Session.State.Complete(workflow);
        Session.ReadContext(null, view => view with { Workflows = [view.Workflows[0] with { Steps = [] }] });
        Accused("RJ205");
        Unnamed();
        Accused();
    }

    [Fact]
    public void A_tool_call_that_was_handed_over_and_is_not_read_is_accused()
    {
        Session.State.Step(Session.State.Start(), 1);
        Session.ReadContext(null, view => view with { Workflows = [view.Workflows[0] with { ToolCalls = [] }] });
        Accused("RJ205");
    }

    [Fact]
    public void A_tool_call_that_nobody_made_is_accused()
    {
        var workflow = Session.State.Start();
        Session.State.StepsTo(workflow, 1, 5);
        Session.State.Complete(workflow);
        Session.ReadContext(null, view => view with
        {
            Workflows = [view.Workflows[0] with { ToolCalls = [.. view.Workflows[0].ToolCalls, "s1-w1/9/1"] }],
        });
        Accused("RJ205");
    }

    [Fact]
    public void An_effect_of_a_workflow_that_nobody_started_is_accused()
    {
        Session.State.ReadEffects(_ => [new EffectView("x/1/1", "x", 1, "tool", 1)]);
        Accused("RJ206");
    }

    [Fact]
    public void An_effect_of_a_completed_workflow_is_due_although_a_snapshot_stood_for_its_events()
    {
        var workflow = Session.State.Start();
        Session.Drop();
        Session.State.StepsTo(workflow, 1, 5);
        Session.State.Complete(workflow);
        Session.ResumeBySnapshot();
        Session.ReadContext();
        Session.State.ReadEffects(effects => [.. effects.Skip(1)]);
        Accused("RJ206");
    }

    private void Unnamed()
    {
        for (var i = 0; i < _trial.Lines.Count; i++)
        {
            if (_trial.Lines[i].Received is { Steps: not null } started)
            {
                _trial.Lines[i] = _trial.Lines[i] with { Received = started with { Name = null, Steps = null } };
            }
        }
    }

    private void ReadPlan(Func<string, string> seen) => Session.ReadContext(null, view => view with
    {
        Memory = view.Memory.ToDictionary(pair => pair.Key, pair => seen(pair.Value)),
    });

    private void Accused(params string[] checks) => Assert.Equal(checks, Judged.Accusers(_trial.Build()));
}
