using Microsoft.Extensions.Logging;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>Opens or resumes: durable generation, policy, take-over, verdict.</summary>
internal sealed class AttachHandler(
    ISessionStore store,
    SessionDirectory directory,
    IResumePolicy policy,
    LimitOptions limits,
    AnnouncedLimits announced,
    TimeProvider time,
    ILogger log) : IAttachHandler
{
    public async Task<AttachOutcome> AttachAsync(AttachRequest request, CancellationToken cancellationToken)
    {
        if (request.Session is null)
        {
            return await OpenAsync(request, null).ConfigureAwait(false);
        }

        var record = await store.AttachAsync(new AttachCommand(request.Session, request.Principal, request.Place))
            .ConfigureAwait(false);
        if (record.Moved)
        {
            SessionLog.Moved(log, record.Session!.Id, record.Session.Generation);
        }

        return record.Session is null
            ? await OpenAsync(request, record.Reason).ConfigureAwait(false)
            : await HoldAsync(request, record.Session, record.Absence).ConfigureAwait(false);
    }

    private async Task<AttachOutcome> HoldAsync(AttachRequest request, SessionRecord record, TimeSpan absence)
    {
        try
        {
            return await ResumeAsync(request, record, absence).ConfigureAwait(false);
        }
        catch
        {
            // Nobody holds the generation that was just given out.
            _ = store.DetachAsync(record.Id, record.Generation, time.GetUtcNow()).ContinueWith(
                static task => _ = task.Exception, TaskScheduler.Default);
            throw;
        }
    }

    private async Task<AttachOutcome> ResumeAsync(AttachRequest request, SessionRecord record, TimeSpan absence)
    {
        LiveSession? session;
        try
        {
            session = await directory.GetAsync(record.Id).ConfigureAwait(false);
        }
        catch (CorruptLogException)
        {
            return await OpenAsync(request, ResetReason.Corrupt).ConfigureAwait(false);
        }

        if (session is null)
        {
            return await OpenAsync(request, ResetReason.Unknown).ConfigureAwait(false);
        }

        var attachment = session.Attach(
            record.Generation,
            request.Sink,
            state => policy.Decide(state, request.Position, request.Snapshots),
            absence);
        if (attachment.Overtaken)
        {
            return AttachOutcome.Refused(AttachRefusal.Superseded);
        }

        if (attachment.Decision.Reset is ResetReason.Expired or ResetReason.Unknown or ResetReason.Corrupt)
        {
            var reason = attachment.Decision.Reset.Value;
            await session.EndAsync(reason, null).ConfigureAwait(false);
            directory.Drop(record.Id, CloseCode.Superseded);
            return await OpenAsync(request, reason).ConfigureAwait(false);
        }

        return Goes(request, record, session, attachment);
    }

    private AttachOutcome Goes(
        AttachRequest request, SessionRecord record, LiveSession session, Attachment attachment)
    {
        var decision = attachment.Decision;
        var isReset = decision.Reset is not null;
        if (!isReset)
        {
            // A presented position counts as an ack.
            session.Acknowledge(request.Position.Offset);
        }

        var from = attachment.Snapshot?.Offset ?? (isReset ? 0 : request.Position.Offset);
        Verdict verdict = isReset
            ? MakeReset(record, attachment.Head, decision.Reset!.Value)
            : new Resumed
            {
                Session = record.Id,
                Principal = record.Principal,
                Epoch = record.Epoch,
                Head = attachment.Head,
                Generation = record.Generation,
                Limits = announced,
                From = request.Position.Offset,
                Mode = decision.Mode,
                Degraded = decision.Degraded,
            };
        SessionLog.Resumed(log, record.Id, request.Connection, record.Generation, from, attachment.Head);
        return new AttachOutcome
        {
            Verdict = verdict,
            Session = session,
            Replay = MakeReplay(request, record, session, attachment, from),
        };
    }

    private async Task<AttachOutcome> OpenAsync(AttachRequest request, ResetReason? reason)
    {
        var command = new OpenCommand(
            Identifier.New("s_"), request.Principal, Identifier.New("e_"), limits.SessionsPerPrincipal,
            request.Place);
        if (await store.OpenAsync(command).ConfigureAwait(false) is not { } record)
        {
            return AttachOutcome.Refused(AttachRefusal.SessionLimit);
        }

        var session = directory.Add(record);
        var attachment = session.Attach(
            record.Generation, request.Sink, static _ => new ResumeDecision(), TimeSpan.Zero);
        if (reason is null)
        {
            SessionLog.Opened(log, record.Id, request.Connection);
        }
        else
        {
            SessionLog.Reset(log, request.Connection, reason.Value.ToString());
        }

        return new AttachOutcome
        {
            Verdict = reason is null ? MakeOpened(record) : MakeReset(record, 0, reason.Value),
            Session = session,
            Replay = MakeReplay(request, record, session, attachment, 0),
        };
    }

    private Opened MakeOpened(SessionRecord record) => new()
    {
        Session = record.Id,
        Principal = record.Principal,
        Epoch = record.Epoch,
        Head = record.Head,
        Generation = record.Generation,
        Limits = announced,
    };

    private Reset MakeReset(SessionRecord record, long head, ResetReason reason) => new()
    {
        Session = record.Id,
        Principal = record.Principal,
        Epoch = record.Epoch,
        Head = head,
        Generation = record.Generation,
        Limits = announced,
        Reason = reason,
    };

    private static ReplayRequest MakeReplay(
        AttachRequest request, SessionRecord record, LiveSession session, Attachment attachment, long from) => new()
        {
            Session = record.Id,
            Connection = request.Connection,
            Generation = record.Generation,
            From = from,
            To = attachment.Head,
            Digest = attachment.Digest,
            Snapshot = attachment.Snapshot,
            Live = session,
        };
}
