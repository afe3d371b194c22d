namespace Rejoin.Server;

/// <summary>Steps that run one after another in the order in which they were given, on whichever thread is free; none
/// is held while there is nothing to do.</summary>
/// <remarks>Steps must not throw.</remarks>
internal sealed class StepQueue
{
    private readonly Lock gate = new();
    private readonly Queue<Func<Task>> steps = new();
    private bool running;

    public void Enqueue(Func<Task> step)
    {
        lock (gate)
        {
            steps.Enqueue(step);
            if (running)
            {
                return;
            }

            running = true;
        }

        _ = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        while (true)
        {
            Func<Task>? step;
            lock (gate)
            {
                if (!steps.TryDequeue(out step))
                {
                    running = false;
                    return;
                }
            }

            await step().ConfigureAwait(false);
        }
    }
}
