namespace Rejoin.Cli.Tests;

/// <summary>Waiting for something to become true outside this process, where nobody calls back.</summary>
internal static class Until
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <summary>Looks until the condition holds; false if it does not within the time.</summary>
    public static async Task<bool> TrueAsync(Func<bool> condition, TimeSpan atMost)
    {
        var time = TimeProvider.System;
        var begun = time.GetTimestamp();
        while (!condition())
        {
            if (time.GetElapsedTime(begun) > atMost)
            {
                return false;
            }

            await Task.Delay(Step, time, TestContext.Current.CancellationToken);
        }

        return true;
    }
}
