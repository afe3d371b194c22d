namespace Rejoin.Client;

/// <summary>The stopwatch of one attempt.</summary>
internal sealed class AttachClock(TimeProvider time)
{
    private readonly Lock gate = new();
    private AttachTiming timing = new() { StartTimestamp = time.GetTimestamp() };

    /// <summary>Stage that is under way.</summary>
    public ClientStage Stage { get; set; } = ClientStage.Local;

    public AttachTiming Timing
    {
        get
        {
            lock (gate)
            {
                return timing;
            }
        }
    }

    public void Restart() => Set(_ => new AttachTiming { StartTimestamp = time.GetTimestamp() });

    public void TcpDone() => Set(t => t with { Tcp = Elapsed(t) });

    public void TlsDone() => Set(t => t with { Tls = Elapsed(t) });

    public void UpgradeDone() => Set(t => t with { Upgrade = Elapsed(t) });

    public void VerdictDone() => Set(t => t with { Verdict = Elapsed(t) });

    public void ReplayDone() => Set(t => t with { ReplayEnd = Elapsed(t) });

    private TimeSpan Elapsed(AttachTiming t) => time.GetElapsedTime(t.StartTimestamp);

    private void Set(Func<AttachTiming, AttachTiming> change)
    {
        lock (gate)
        {
            timing = change(timing);
        }
    }
}
