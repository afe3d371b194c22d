namespace Rejoin.Server.Sabotage;

/// <summary>The first messages of a session in the order of their first arrival.</summary>
internal sealed class SayOrder
{
    private const int Kept = 8;
    private readonly List<string> ids = [];

    /// <summary>Number of a message, 1-based, the same at every arrival; 0 = beyond those that are counted.</summary>
    public int NumberOf(string id)
    {
        lock (ids)
        {
            if (!ids.Contains(id) && ids.Count < Kept)
            {
                ids.Add(id);
            }

            return ids.IndexOf(id) + 1;
        }
    }
}
