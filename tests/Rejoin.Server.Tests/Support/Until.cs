namespace Rejoin.Server.Tests;

/// <summary>Waits for a condition, with a bound.</summary>
internal static class Until
{
    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var bound = TestClient.Bound();
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, bound);
        }
    }
}
