using Rejoin.Drivers;
using Rejoin.Drivers.Stdio;
using Rejoin.Faults.Links;
using Rejoin.Faults.Plans;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The examination of a driver: three clients, each behind a link of its own.</summary>
internal sealed class DriverExam(StdioDriver driver, ITargetInstance service, TimeProvider time)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);
    private readonly List<string> parts = ["start"];
    private readonly List<DriverFinding> findings = [];

    /// <summary>Parts that were examined, in order.</summary>
    public IReadOnlyList<string> Parts => parts;

    /// <summary>What was found.</summary>
    public IReadOnlyList<DriverFinding> Findings => findings;

    /// <summary>Carries it out.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await OfAsync("conversation", FaultPlan.None, new ConversationPart(), cancellation);
        await OfAsync("cut", CutBeforeAck(), new CutPart(), cancellation);
        await AbsentAsync(cancellation);
        parts.Add("end");
        if (driver.Killed > 0)
        {
            findings.Add(new("DR07", "end", $"{driver.Killed} processes of the driver did not end within 2 s after "
                + "their standard input was closed, and were killed; a driver ends then."));
        }
    }

    private async Task OfAsync(string name, FaultPlan plan, IExamPart part, CancellationToken cancellation)
    {
        await using var link = await Link.StartAsync(
            new LinkOptions { Upstream = service.Endpoint, Plan = plan, TimeProvider = time }, cancellation);
        await ExamineAsync(name, link.ClientUri, part, cancellation);
    }

    // A port on which nothing listens: the one of a link that is closed.
    private async Task AbsentAsync(CancellationToken cancellation)
    {
        var link = await Link.StartAsync(
            new LinkOptions { Upstream = service.Endpoint, TimeProvider = time }, cancellation);
        await link.DisposeAsync();
        await ExamineAsync("service absent", link.ClientUri, new AbsentPart(), cancellation);
    }

    private async Task ExamineAsync(string name, Uri endpoint, IExamPart part, CancellationToken cancellation)
    {
        parts.Add(name);
        var observer = new ExamObserver(time);
        try
        {
            await using var client = driver.CreateClient(
                new DriverClientOptions
                {
                    Endpoint = endpoint,
                    Session = name.Split(' ')[^1],
                    AccessToken = token => service.AccessTokenAsync($"driver-test-{name.Split(' ')[^1]}", 0, token),
                    OperationTimeout = Timeout,
                    AttachTimeout = Timeout,
                    Time = time,
                },
                observer);
            var candidate = new Candidate(name, driver.Description, client, observer, findings);
            await part.RunAsync(candidate, cancellation);
        }
        catch (DriverException error)
        {
            findings.Add(new("DR01", name, $"{error.Message} ({error.Code})"));
        }
        catch (ExamOverException)
        {
            // What was found is in the list; the rest of the part has no meaning after it.
            return;
        }
    }

    // Towards the client: verdict, end of the replay, the event of the say, then the ack or a piece of the reply.
    private static FaultPlan CutBeforeAck() => new()
    {
        Faults =
        [
            new Fault
            {
                Id = "cut",
                At = new CutPoint { Connection = 1, Direction = Direction.ServiceToClient, Frame = 4 },
                Do = new FaultAction { Kind = FaultKind.Rst },
            },
        ],
    };
}
