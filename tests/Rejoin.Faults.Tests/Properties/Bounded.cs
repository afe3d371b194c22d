namespace Rejoin.Properties;

/// <summary>The bounds within which a reader deals with any input.</summary>
internal static class Bounded
{
    private const long BytesAtLeast = 4L << 20;
    private const long BytesPerByte = 400;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Reads on this thread; fails when it takes too long or allocates too much.</summary>
    /// <param name="inputBytes">Length of the input.</param>
    /// <param name="read">The reader.</param>
    public static T Read<T>(int inputBytes, Func<T> read)
    {
        var (begun, allocated) = (TimeProvider.System.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            return read();
        }
        finally
        {
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            var most = BytesAtLeast + (BytesPerByte * inputBytes);
            Assert.True(allocated <= most, $"{allocated} bytes allocated for {inputBytes} of input");
            var took = TimeProvider.System.GetElapsedTime(begun);
            Assert.True(took < Longest, $"{took.TotalMilliseconds:0} ms for {inputBytes} bytes of input");
        }
    }
}
