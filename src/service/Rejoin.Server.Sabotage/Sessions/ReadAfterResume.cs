namespace Rejoin.Server.Sabotage;

/// <summary>Reads, parted by whether the session was resumed before.</summary>
internal static class ReadAfterResume
{
    private const long FirstResume = 2;

    /// <summary>Whether the connection of a read is not the session's first.</summary>
    public static bool IsAfterResume(this ReadRequest request) => request.Connection.Generation >= FirstResume;
}
