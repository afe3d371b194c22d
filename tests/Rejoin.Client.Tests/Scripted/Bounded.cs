namespace Rejoin.Client.Tests.Scripted;

/// <summary>Waiting with a bound: a test that hangs fails with what it waited for.</summary>
internal static class Bounded
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<T> Within<T>(this Task<T> task) => task.WaitAsync(Longest, TimeProvider.System, Token);

    public static Task Within(this Task task) => task.WaitAsync(Longest, TimeProvider.System, Token);
}
