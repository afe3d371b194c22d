namespace Rejoin.Checks;

/// <summary>RJ113: within an epoch, a client life is handed each offset for the first time in ascending
/// order.</summary>
/// <remarks>Smallest failing history: connect, offset 2 received, then offset 1. Unknown: events without
/// offsets.</remarks>
internal sealed class DeliveryOrder()
    : HistoryCheck("RJ113", "order", "Events are handed over in the order of their offsets.")
{
    private const string Hint = "Events left the service out of order: "
        + "replay in the order of the log, and let one sender per connection write to the socket.";

    public override string? NotJudgedBecause(Contract contract) => Promises.Order(contract);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        foreach (var stretch in session.Stretches)
        {
            var newest = new Dictionary<string, ReceivedRecord>();
            foreach (var received in stretch.Received)
            {
                if (received is not { IsRepeated: false, Event.Offset: { } offset })
                {
                    continue;
                }

                judgement.Opportunities++;
                var client = received.Line.Client ?? "";
                if (newest.TryGetValue(client, out var before) && before.Event.Offset > offset)
                {
                    judgement.Fail(session,
                        $"event {offset} of epoch '{stretch.Epoch}' handed over after event {before.Event.Offset} "
                            + $"(connection {received.Connection})",
                        Hint, before.Line.Index, received.Line.Index);
                }
                else
                {
                    newest[client] = received;
                }
            }
        }

        if (session.Received.Count > 0 && session.Received.All(received => received.Event.Offset is null))
        {
            judgement.Unknown($"session '{session.Label}': its events carry no offsets");
        }
    }
}
