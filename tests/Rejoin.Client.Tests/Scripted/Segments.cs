using System.Runtime.InteropServices;

namespace Rejoin.Client.Tests.Scripted;

internal static class Segments
{
    public static ArraySegment<byte> ToSegment(this Memory<byte> memory) =>
        MemoryMarshal.TryGetArray<byte>(memory, out var segment)
            ? segment
            : throw new InvalidOperationException("No array.");
}
