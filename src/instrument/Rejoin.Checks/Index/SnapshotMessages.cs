namespace Rejoin.Checks;

/// <summary>The messages that snapshots showed to a client, other sessions' left out.</summary>
internal static class SnapshotMessages
{
    public static IEnumerable<(MessageView View, MessageRecord Message, AttachRecord Attach, HistoryEvent Line)> Of(
        SessionIndex session, IEnumerable<AttachRecord> attaches)
    {
        foreach (var attach in attaches)
        {
            foreach (var view in attach.Result?.SnapshotHistory ?? [])
            {
                if (Canaries.Foreign(view.Text, session.Header.Canary) is null
                    && session.Messages.TryGetValue(view.Id, out var message))
                {
                    yield return (view, message, attach, attach.Call.End!);
                }
            }
        }
    }
}
