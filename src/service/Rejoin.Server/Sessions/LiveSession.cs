using System.Diagnostics.CodeAnalysis;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>One session in memory: the fold of its log, the connection that holds it, its turns.</summary>
/// <remarks>Writes go to the store in the order of the calls; what is durable is applied and delivered in the same
/// order by one pump. So the head that an attach sees under the lock divides replay from live events without gap or
/// overlap.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no handle: nothing to dispose.")]
internal sealed class LiveSession
{
    private readonly SessionServices services;
    private readonly Lock gate = new();
    private readonly SessionFold fold;
    private readonly FrameCache cache = new();
    private readonly StepQueue steps = new();
    private readonly PendingLimits pending = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Retention retention;
    private LogDigest digest;
    private long head;
    private long installedGeneration;
    private IEventSink? attached;
    private Task lastReply = Task.CompletedTask;
    private DateTimeOffset? detachedAt;

    public LiveSession(SessionServices services, StoredSession stored)
    {
        this.services = services;
        Id = stored.Record.Id;
        Principal = stored.Record.Principal;
        Epoch = stored.Record.Epoch;
        digest = stored.Record.Digest;
        head = stored.Record.Head;
        retention = new Retention(services, stored.Record.Trimmed);
        fold = stored.Snapshot is null ? new SessionFold() : SessionFold.From(stored.Snapshot, stored.Workflows);
        cache.Start(head);
        var folded = stored.Snapshot?.Offset ?? 0;
        foreach (var entry in stored.Events)
        {
            if (entry.Offset > folded)
            {
                fold.Apply(entry);
            }
        }
    }

    public string Id { get; }

    public string Principal { get; }

    public string Epoch { get; }

    public SessionServices Services => services;

    public bool IsAttached
    {
        get
        {
            lock (gate)
            {
                return attached is not null;
            }
        }
    }

    public int OpenTurns
    {
        get
        {
            lock (gate)
            {
                return fold.OpenTurns;
            }
        }
    }

    /// <summary>Makes a connection the receiver of live events, if the policy resumes the session and no newer attach
    /// came before.</summary>
    public Attachment Attach(
        long generation, IEventSink sink, Func<ResumeState, ResumeDecision> decide, TimeSpan absence)
    {
        SupersededConnection? older;
        Attachment result;
        lock (gate)
        {
            if (stopping.IsCancellationRequested)
            {
                throw new StoreUnavailableException($"Session '{Id}' is being unloaded.");
            }

            if (generation <= installedGeneration)
            {
                return Attachment.Late;
            }

            var state = new ResumeState
            {
                Session = Id, Epoch = Epoch, Head = head, Trimmed = retention.Trimmed, Absence = absence,
            };
            var decision = decide(state);
            if (decision.Reset is ResetReason.Expired or ResetReason.Unknown or ResetReason.Corrupt)
            {
                return new Attachment { Decision = decision };
            }

            var withSnapshot = decision.Reset is null
                ? decision.Mode == ResumeMode.Snapshot
                : retention.Trimmed > 0;
            result = new Attachment
            {
                Decision = decision,
                Head = head,
                Digest = digest.ToString(),
                Snapshot = withSnapshot ? MakeSnapshot() : null,
            };
            older = attached is null
                ? null
                : new SupersededConnection(attached)
                {
                    Session = Id, Generation = installedGeneration, Head = head,
                };
            attached = sink;
            installedGeneration = generation;
            detachedAt = null;
        }

        if (older is not null)
        {
            services.Takeover.Supersede(older);
        }

        return result;
    }

    /// <summary>Ends the hold of a connection; no effect if a newer one holds the session.</summary>
    public void Detach(IEventSink sink)
    {
        lock (gate)
        {
            if (attached != sink)
            {
                return;
            }

            attached = null;
            detachedAt = services.Time.GetUtcNow();
        }

        PersistDetach();
    }

    /// <summary>Writes down since when the session is detached, unless that is done.</summary>
    public void PersistDetach()
    {
        long generation;
        DateTimeOffset since;
        lock (gate)
        {
            if (detachedAt is not { } at || stopping.IsCancellationRequested)
            {
                return;
            }

            since = at;
            generation = installedGeneration;
        }

        _ = PersistDetachAsync(generation, since);
    }

    /// <summary>Appends through the store; completes when the events are durable, applied and handed to the
    /// connection.</summary>
    public Task<AppendResult> AppendAsync(AppendCommand command)
    {
        var done = new TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            var hold = pending.Enter(command, fold, services.Limits);
            var durable = services.Store.AppendAsync(hold.Exceeded ? command with { LimitReached = true } : command);
            steps.Enqueue(() => ApplyAsync(command, hold, durable, done));
        }

        return done.Task;
    }

    /// <summary>The fold at this place among the appends.</summary>
    public Task<SessionView> ViewAsync()
    {
        var done = new TaskCompletionSource<SessionView>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            steps.Enqueue(() =>
            {
                lock (gate)
                {
                    done.TrySetResult(MakeView());
                }

                return Task.CompletedTask;
            });
        }

        return done.Task;
    }

    /// <summary>Ends the session for good at this place among the appends; false if it was fenced.</summary>
    public async Task<bool> EndAsync(ResetReason reason, long? generation)
    {
        Task<bool> durable;
        lock (gate)
        {
            durable = services.Store.EndAsync(new EndCommand(Id, reason, generation));
        }

        return await durable.ConfigureAwait(false);
    }

    /// <summary>Lets go of the connection that ends the session itself, so that its ack still goes out.</summary>
    public void Release()
    {
        lock (gate)
        {
            attached = null;
            detachedAt = null;
        }
    }

    /// <summary>Takes a client's word that it has processed events up to an offset.</summary>
    public void Acknowledge(long offset)
    {
        lock (gate)
        {
            cache.Release(offset);
        }
    }

    public ReadOnlyMemory<byte>[]? CopyCached(long after, long upTo)
    {
        lock (gate)
        {
            return cache.Copy(after, upTo);
        }
    }

    public WorkflowProgress? Progress(string workflow)
    {
        lock (gate)
        {
            return fold.Progress(workflow);
        }
    }

    public IReadOnlyList<HistoryMessage> MessagesUpTo(string id, int count)
    {
        lock (gate)
        {
            return fold.MessagesUpTo(id, count);
        }
    }

    /// <summary>Starts or goes on with a turn.</summary>
    public void Run(StoredTurn turn)
    {
        lock (gate)
        {
            if (turn.Kind == TurnKind.Reply)
            {
                lastReply = services.Turns.RunAsync(this, turn, lastReply, stopping.Token);
            }
            else
            {
                _ = services.Turns.RunAsync(this, turn, Task.CompletedTask, stopping.Token);
            }
        }
    }

    /// <summary>Ends everything that goes on in memory; what is durable stays.</summary>
    public void Stop(int closeCode)
    {
        IEventSink? last;
        lock (gate)
        {
            last = attached;
        }

        if (last is not null)
        {
            Detach(last);
            last.End(closeCode, string.Empty);
        }

        stopping.Cancel();
    }

    private async Task ApplyAsync(
        AppendCommand command,
        PendingLimits.Hold hold,
        Task<AppendResult> durable,
        TaskCompletionSource<AppendResult> done)
    {
        try
        {
            var result = await durable.ConfigureAwait(false);
            lock (gate)
            {
                pending.Leave(hold);
                foreach (var entry in result.Events)
                {
                    Apply(entry);
                }
            }

            if (result.Status == AppendStatus.Applied && command.Begin is { } turn)
            {
                Run(turn);
            }

            done.TrySetResult(result);
        }
        catch (Exception error)
        {
            lock (gate)
            {
                pending.Leave(hold);
            }

            done.TrySetException(error);
            if (error is not StoreUnavailableException)
            {
                SessionLog.Faulted(services.Log, Id, error);
                services.Faulted(this);
            }
        }
    }

    private void Apply(StoredEvent entry)
    {
        if (entry.Offset != head + 1)
        {
            throw new InvalidOperationException(
                $"The store appended offset {entry.Offset} to session '{Id}' whose head is {head}.");
        }

        head = entry.Offset;
        digest = entry.Digest;
        fold.Apply(entry);
        cache.Add(entry.Offset, entry.Frame);
        attached?.Deliver(new OutgoingFrame(entry.Frame, entry.Offset));
        if (retention.IsDue(head))
        {
            retention.Trim(Id, head, MakeSnapshot(), fold.Notes());
        }
    }

    private async Task PersistDetachAsync(long generation, DateTimeOffset since)
    {
        try
        {
            await services.Store.DetachAsync(Id, generation, since).ConfigureAwait(false);
            lock (gate)
            {
                detachedAt = generation == installedGeneration ? null : detachedAt;
            }
        }
        catch (Exception error) when (error is StoreUnavailableException or StoreFailedException)
        {
            SessionLog.DetachPostponed(services.Log, Id, error);
        }
    }

    private SessionView MakeView() => new()
    {
        Offset = head,
        Digest = digest.ToString(),
        History = fold.History(),
        Context = fold.Context(Id, Principal, Epoch),
    };

    private Snapshot MakeSnapshot() => new()
    {
        Offset = head,
        Digest = digest.ToString(),
        History = fold.History(),
        Context = fold.Context(Id, Principal, Epoch),
    };
}
