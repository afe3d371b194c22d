using System.Runtime.CompilerServices;

namespace Rejoin.Tests;

/// <summary>Waiting for something that nobody announces, with a bound: a test that would hang fails with what it
/// waited for.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);

    /// <summary>Looks until the condition holds, and fails if it does not within the time.</summary>
    /// <param name="condition">What must come true.</param>
    /// <param name="what">What is waited for, in the failure; the condition's own text unless given.</param>
    /// <param name="atMost">Longest wait; null for 20 s.</param>
    public static Task TrueAsync(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "",
        TimeSpan? atMost = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, atMost);

    /// <inheritdoc cref="TrueAsync(Func{bool}, string, TimeSpan?)" />
    public static async Task TrueAsync(
        Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "",
        TimeSpan? atMost = null)
    {
        var bound = atMost ?? Patience;
        var begun = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < bound, $"Waited {bound} in vain until {what}.");
            await Task.Delay(Step, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
