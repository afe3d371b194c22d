using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage.Tests;

public sealed class WorkflowBugTests
{
    private static readonly int[] Right = [1, 2, 3, 4, 5];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rerun_step_completes_step_4_twice_with_one_effect(bool planted)
    {
        await using var server = await TestServer.StartAsync("rerun-step", planted);
        using var first = await Peer.AttachAsync(server);
        await first.WorkAsync("w1");
        using var second = await Peer.AttachAsync(server, resumes: first);
        int[] steps = planted ? [1, 2, 3, 4, 4, 5] : Right;
        Assert.Equal(steps, first.Events.Select(entry => entry.Data).OfType<StepStarted>().Select(step => step.Step));
        Assert.Equal(steps, first.Events.Select(entry => entry.Data).OfType<StepCompleted>().Select(step => step.Step));
        var workflow = Assert.Single((await second.ContextAsync("r1")).Workflows);
        Assert.Equal((5, true), (workflow.CompletedSteps, workflow.Completed));
        Assert.Equal(
            first.Events.Select(entry => entry.Data).OfType<ToolCalled>().Select(call => call.Effect),
            workflow.ToolCalls.Select(call => call.Effect));
        Assert.All(await second.EffectsAsync("r2"), effect => Assert.Equal(1, effect.Applied));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lose_step_shows_one_completed_step_too_few_after_a_resume(bool planted)
    {
        await using var server = await TestServer.StartAsync("lose-step", planted);
        using var first = await Peer.AttachAsync(server);
        await first.WorkAsync("w1");
        Assert.Equal(5, Assert.Single((await first.ContextAsync("r1")).Workflows).CompletedSteps);
        using var second = await Peer.AttachAsync(server, resumes: first);
        var workflow = Assert.Single((await second.ContextAsync("r2")).Workflows);
        Assert.Equal(planted ? 4 : 5, workflow.CompletedSteps);
        Assert.Equal(5, workflow.ToolCalls.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Forget_pending_steps_shows_a_workflow_without_its_last_step_after_a_resume(bool planted)
    {
        await using var server = await TestServer.StartAsync("forget-pending-steps", planted);
        using var first = await Peer.AttachAsync(server);
        await first.WorkAsync("w1");
        var before = Assert.Single((await first.ContextAsync("r1")).Workflows);
        Assert.Equal(5, before.Steps.Count);
        using var second = await Peer.AttachAsync(server, resumes: first);
        var workflow = Assert.Single((await second.ContextAsync("r2")).Workflows);
        Assert.Equal(before.Steps.Take(planted ? 4 : 5), workflow.Steps);
        Assert.Equal((before.Name, 5, true), (workflow.Name, workflow.CompletedSteps, workflow.Completed));
        Assert.Equal(5, workflow.ToolCalls.Count);
    }

    [Theory]
    [InlineData("double-effect", true, new long[] { 1, 1, 1, 2, 1 })]
    [InlineData("double-effect", false, new long[] { 1, 1, 1, 1, 1 })]
    [InlineData("lose-effect", true, new long[] { 1, 1, 1, 0, 1 })]
    [InlineData("lose-effect", false, new long[] { 1, 1, 1, 1, 1 })]
    public async Task The_effect_of_step_4_is_applied_too_often_or_not_at_all(string bug, bool planted, long[] applied)
    {
        await using var server = await TestServer.StartAsync(bug, planted);
        using var peer = await Peer.AttachAsync(server);
        await peer.WorkAsync("w1");
        var effects = (await peer.EffectsAsync("r1")).ToDictionary(effect => effect.Step, effect => effect.Applied);
        Assert.Equal(applied, Right.Select(step => effects.GetValueOrDefault(step)));
        var workflow = Assert.Single((await peer.ContextAsync("r2")).Workflows);
        Assert.Equal(Right, workflow.ToolCalls.Select(call => call.Step));
        Assert.All(workflow.ToolCalls, call => Assert.NotNull(call.Result));
        Assert.Equal(
            Right, peer.Events.Select(entry => entry.Data).OfType<StepCompleted>().Select(step => step.Step));
    }
}
