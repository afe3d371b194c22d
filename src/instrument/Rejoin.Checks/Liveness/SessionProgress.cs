using System.Globalization;

namespace Rejoin.Checks;

/// <summary>What each connection of a session brought, and what its client was owed when it was made.</summary>
internal sealed class SessionProgress
{
    private readonly SessionIndex _session;
    private readonly HashSet<int> _fresh;
    private readonly Dictionary<AttachRecord, AttachRecord> _next = [];
    private readonly List<(long Line, long Head)> _heads;

    public SessionProgress(SessionIndex session)
    {
        _session = session;
        _fresh = [.. session.Received.Where(received => !received.IsRepeated).Select(received => received.Connection),
            .. session.Calls.Where(IsAnswered).Select(call => call.Connection)];
        var newest = new Dictionary<string, AttachRecord>();
        foreach (var attach in session.Attaches)
        {
            var client = attach.Call.Invoke.Client ?? "";
            if (newest.TryGetValue(client, out var before))
            {
                _next[before] = attach;
            }

            newest[client] = attach;
        }

        _heads = [.. session.Calls.Where(call => call.IsOk).Select(call => (call.End!.Index, HeadOf(call)))
            .OrderBy(each => each.Index)];
    }

    /// <summary>What the client of a resume was owed when it was invoked, in words; null if nothing is known.</summary>
    public string? OwedAt(AttachRecord attach)
    {
        if (!attach.IsResume)
        {
            return null;
        }

        var line = attach.Call.Invoke.Index;
        if (_session.Calls.FirstOrDefault(call => IsOpenAt(call, attach)) is { } open)
        {
            return $"{EnumWords<Operation>.Of(open.Operation)} '{open.Invoke.Input?.Id ?? "?"}' was open "
                + $"(line {open.Invoke.Index})";
        }

        var head = _heads.TakeWhile(each => each.Line < line).Aggregate(
            0L, (known, each) => each.Head < 0 ? 0 : Math.Max(known, each.Head));
        return attach.PresentedOffset is { } presented && head > presented
            ? string.Create(CultureInfo.InvariantCulture, $"offset {head} had been told, and it had {presented}")
            : null;
    }

    /// <summary>Whether a connection brought a new event, an answer, or another position than the one it began
    /// with.</summary>
    public bool BroughtSomething(AttachRecord attach) => _fresh.Contains(attach.Connection)
        || (attach.IsOk && (attach.Result!.Outcome != AttachOutcome.Resumed
            || attach.Result.ReplayedOffset > attach.PresentedOffset))
        || (_next.TryGetValue(attach, out var next)
            && (next.PresentedEpoch != attach.PresentedEpoch || next.PresentedOffset > attach.PresentedOffset));

    /// <summary>A say, set or start that was under way; reads are made anew and not sent again.</summary>
    private static bool IsOpenAt(CallRecord call, AttachRecord attach) =>
        call.Operation is Operation.Say or Operation.Set or Operation.Start
        && call.Invoke.Client == attach.Call.Invoke.Client
        && call.Invoke.Index < attach.Call.Invoke.Index
        && (call.End is null || (call.End.Index > attach.Call.Invoke.Index
            && (!IsAnswered(call) || call.Connection >= attach.Connection)));

    private static bool IsAnswered(CallRecord call) => !call.IsAttach
        && call.Operation is not (Operation.Drop or Operation.Crash or Operation.Restart)
        && (call.IsOk || (call.IsFail && call.End!.Error?.Code is not ("timeout" or "not-sent")));

    /// <summary>Newest offset that an answer tells; -1 where offsets begin anew.</summary>
    private static long HeadOf(CallRecord call) => call.End!.Result switch
    {
        { Attach: { Outcome: AttachOutcome.Resumed } attach } => attach.Head ?? 0,
        { Attach: not null } => -1,
        var result => result?.Offset ?? 0,
    };
}
