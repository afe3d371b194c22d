using System.Globalization;
using Rejoin.Checks;

namespace Rejoin.Bench;

/// <summary>One session of a made-up history: turns with streamed replies, cuts in the middle of them,
/// resumes.</summary>
internal sealed class SyntheticSession(HistoryPen pen, SessionHeader session)
{
    private const int Pieces = 6;
    private const string Epoch = "e1";
    private readonly List<MessageView> messages = [];
    private readonly List<InjectionEvidence> injections = [];
    private int connection;
    private int turns;
    private long head;

    /// <summary>Opens the session.</summary>
    public void Connect() => Attach(Operation.Connect, new OperationInput(), () => { });

    /// <summary>One message with its reply; a cut comes after half of the reply, the rest is replayed.</summary>
    public void Turn(bool isCut)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{session.Session}-m{++turns}");
        var text = $"{session.Canary} message {turns} of {session.Session}: harbour lantern meadow";
        var input = new OperationInput { Id = id, Text = text };
        var call = Invoke(Operation.Say, input);
        Receive(new ReceivedEvent { Kind = "user_message", Id = id, Text = text });
        Keep(new MessageView { Id = id, Role = "user", Text = text });
        var isUnknown = isCut && turns % 20 == 5;
        if (!isUnknown)
        {
            End(call, Operation.Say, new OperationResult { Offset = head, Duplicate = false });
        }

        var pieces = Enumerable.Range(0, Pieces).Select(n => $"piece {n} of {text} ").ToList();
        Deltas(id, pieces, isCut ? 0..(Pieces / 2) : 0..Pieces, isReplay: false);
        if (!isCut)
        {
            Finish(id, pieces, isReplay: false);
            return;
        }

        Cut();
        if (isUnknown)
        {
            Line(HistoryEventType.Info, line => line with
            {
                Call = call, Operation = Operation.Say, Error = new("lost", "The connection was lost before the ack."),
            });
        }

        var presented = new OperationInput { Epoch = Epoch, Offset = head };
        Attach(Operation.Resume, presented, () =>
        {
            Deltas(id, pieces, (Pieces / 2)..Pieces, isReplay: true);
            Finish(id, pieces, isReplay: true);
        });
    }

    /// <summary>Reads the messages.</summary>
    public void Read() =>
        End(Invoke(Operation.History, new()), Operation.History, new OperationResult { History = [.. messages] });

    /// <summary>Reads the messages, leaves, and tells what the faults were observed to be.</summary>
    public void End()
    {
        Read();
        End(Invoke(Operation.Leave, new()), Operation.Leave, new OperationResult());
        Line(HistoryEventType.Closed, line => line with { Closed = new(1000, "", "peer") });
        foreach (var injection in injections)
        {
            pen.Write(HistoryEventType.Injection, line => line with
            {
                Client = Life, Session = session.Session, Connection = injection.Connection,
                Injection = injection with { Status = "observed", ClientSaw = "nothing", ServiceSaw = "nothing" },
            });
        }
    }

    private string Life => $"{session.Session}-c1";

    private void Attach(Operation operation, OperationInput input, Action replay)
    {
        connection++;
        var from = head;
        var isNew = operation == Operation.Connect;
        var call = Invoke(operation, input);
        replay();
        End(call, operation, new OperationResult
        {
            Attach = new AttachResult
            {
                Outcome = isNew ? AttachOutcome.Opened : AttachOutcome.Resumed,
                ServiceSession = $"service-{session.Session}",
                Principal = session.Principal,
                Epoch = Epoch,
                PresentedEpoch = isNew ? null : Epoch,
                PresentedOffset = isNew ? null : from,
                From = isNew ? null : from,
                Head = head,
                Generation = connection,
                Mode = isNew ? null : "replay",
                Degraded = isNew ? null : false,
                ReplayedOffset = head,
                ElapsedNs = 1_500_000,
            },
        });
    }

    // Every third loss is the service's own: a restart, said with its close code.
    private void Cut()
    {
        if (connection % 3 == 0)
        {
            Line(HistoryEventType.Closed, line => line with { Closed = new(1012, "retry-after-ms=0", "peer") });
            return;
        }

        var injection = new InjectionEvidence
        {
            Fault = $"f{connection}", Connection = connection, Kind = connection % 2 == 0 ? "fin" : "rst",
            At = $"connection {connection}, s2c, frame {turns * 9}, payload:3", Direction = "s2c", Status = "fired",
            Cut = true, BytesToService = turns * 200, BytesToClient = turns * 2_000,
        };
        injections.Add(injection);
        Line(HistoryEventType.Injection, line => line with { Injection = injection });
        Line(HistoryEventType.Closed, line => line with { Closed = new(null, null, "lost") });
    }

    private void Deltas(string turn, List<string> pieces, Range range, bool isReplay)
    {
        var (start, count) = range.GetOffsetAndLength(pieces.Count);
        for (var i = start; i < start + count; i++)
        {
            Receive(new ReceivedEvent
            {
                Kind = "delta", Turn = turn, Attempt = 1, DeltaIndex = i, Text = pieces[i], Replayed = isReplay,
            });
        }
    }

    private void Finish(string turn, List<string> pieces, bool isReplay)
    {
        var text = string.Concat(pieces);
        Receive(new ReceivedEvent
        {
            Kind = "agent_message", Id = $"a-{turn}", Turn = turn, Text = text, Replayed = isReplay,
        });
        Keep(new MessageView { Id = $"a-{turn}", Role = "agent", Text = text, Turn = turn });
    }

    private void Keep(MessageView message) => messages.Add(message with { Offset = head, At = At });

    private void Receive(ReceivedEvent received)
    {
        head++;
        Line(HistoryEventType.Received, line => line with
        {
            Received = received with { Epoch = Epoch, Offset = head, At = At, Digest = $"{head:x16}" },
        });
    }

    private string At => DateTime.UnixEpoch.AddMilliseconds(head)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private long Invoke(Operation operation, OperationInput input)
    {
        var call = pen.NextCall();
        Line(HistoryEventType.Invoke, line => line with { Call = call, Operation = operation, Input = input });
        return call;
    }

    private void End(long call, Operation operation, OperationResult result) => Line(HistoryEventType.Ok,
        line => line with { Call = call, Operation = operation, Result = result });

    private void Line(HistoryEventType type, Func<HistoryEvent, HistoryEvent> fill) => pen.Write(type,
        line => fill(line with { Client = Life, Session = session.Session, Connection = connection }));
}
