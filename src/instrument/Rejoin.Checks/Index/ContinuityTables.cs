namespace Rejoin.Checks;

/// <summary>Finds where a session's content, and where its offsets, begin anew.</summary>
internal sealed class ContinuityTables(SessionIndex session, bool isRecoveryHonest)
{
    private Boundaries _content = new();

    /// <summary>Where content begins anew.</summary>
    public Boundaries Content => _content;

    /// <summary>Where offsets begin anew.</summary>
    public Boundaries Offsets { get; } = new();

    public void Build()
    {
        MarkSaid();
        _content = Gather(attach => attach.SaysEmptied);
        if (isRecoveryHonest)
        {
            MarkSilent();
            _content = Gather(attach => attach.SaysEmptied || attach.SilentlyEmptied);
        }

        foreach (var attach in session.Attaches)
        {
            if (attach.SaysEmptied || attach.SilentlyEmptied
                || attach is { IsOk: true, Result.Outcome: not AttachOutcome.Resumed })
            {
                Offsets.Add(attach.Connection, Line(attach));
            }
        }
    }

    /// <summary>A session that changes its name across an attach whose end no line tells may have been reset
    /// there.</summary>
    private void MarkSaid()
    {
        string? name = null;
        AttachRecord? unfinished = null;
        foreach (var attach in session.Attaches)
        {
            if (attach.Result is not { } result)
            {
                unfinished ??= attach;
                continue;
            }

            var isRenamed = name is not null && result.ServiceSession is not null && name != result.ServiceSession;
            attach.SaysEmptied = result.Outcome switch
            {
                AttachOutcome.Opened => true,
                AttachOutcome.Reset => result.ServiceSession is not null && name is not null
                    ? isRenamed
                    : result.Reason is not ("trimmed" or "epoch_changed"),
                _ => isRenamed && unfinished is not null,
            };
            name = result.ServiceSession ?? name;
            unfinished = attach.IsOk ? null : unfinished;
        }
    }

    /// <summary>A resumed attach emptied the session if nothing that was known before it is in any later read of its
    /// segment, although something had been acknowledged.</summary>
    /// <remarks>If no read was answered before the attach after it, either may have emptied the session. It was the
    /// later one if what became known between the two is gone as well.</remarks>
    private void MarkSilent()
    {
        var known = session.Messages.Values.Distinct().Where(message => message.KnownAt > 0)
            .OrderBy(message => message.KnownAt).ToArray();
        var accepted = session.Says.Where(message => message.IsAccepted)
            .OrderBy(message => message.Say!.End!.Index).ToArray();
        var (nextKnown, nextAccepted, nextRead) = (0, 0, 0);
        var (lastShown, acknowledged) = (-1, 0);
        AttachRecord? either = null;
        var acknowledgedBeforeEither = 0;
        foreach (var attach in session.Attaches.Where(attach => attach.Result is not null))
        {
            var began = attach.Call.Invoke.Index;
            for (; nextKnown < known.Length && known[nextKnown].KnownAt < began; nextKnown++)
            {
                lastShown = Math.Max(lastShown, known[nextKnown].LastRead);
            }

            for (; nextAccepted < accepted.Length && accepted[nextAccepted].Say!.End!.Index < began; nextAccepted++)
            {
                acknowledged++;
            }

            while (nextRead < session.Reads.Count && session.Reads[nextRead].Call.Invoke.Index < began)
            {
                nextRead++;
            }

            var isEmptied = attach is { IsOk: true, IsResume: true, SaysEmptied: false }
                && attach.Result!.Outcome == AttachOutcome.Resumed
                && acknowledged > 0 && nextRead < session.Reads.Count && lastShown < nextRead
                && IsSameContent(attach, session.Reads[nextRead]);
            if (either is not null && !isEmptied)
            {
                either.SilentlyEmptied = true;
                acknowledged -= acknowledgedBeforeEither;
            }

            either = null;
            if (isEmptied && session.Reads[nextRead].Call.Connection > attach.Connection)
            {
                (either, acknowledgedBeforeEither) = (attach, acknowledged);
                continue;
            }

            attach.SilentlyEmptied = isEmptied;
            if (attach.SaysEmptied || attach.SilentlyEmptied)
            {
                (lastShown, acknowledged) = (-1, 0);
            }
        }

        if (either is not null)
        {
            either.SilentlyEmptied = true;
        }
    }

    private bool IsSameContent(AttachRecord attach, ReadRecord read) =>
        _content.Before(attach.Connection, Line(attach)) == _content.Before(read.Call.Connection, read.Line.Index);

    private Boundaries Gather(Func<AttachRecord, bool> isBoundary)
    {
        var boundaries = new Boundaries();
        foreach (var attach in session.Attaches.Where(isBoundary))
        {
            boundaries.Add(attach.Connection, Line(attach));
        }

        return boundaries;
    }

    private static long Line(AttachRecord attach) => (attach.Call.End ?? attach.Call.Invoke).Index;
}
