namespace Rejoin.Checks;

/// <summary>Lines that name the principal or session, in order.</summary>
internal static class IdentitySights
{
    public static IEnumerable<IdentitySight> Of(SessionIndex session)
    {
        var attaches = session.Attaches.Where(attach => attach.Result is not null)
            .Select(attach => (Line: attach.Call.End!, Attach: (AttachRecord?)attach));
        var reads = session.ContextReads.Select(call => (Line: call.End!, Attach: (AttachRecord?)null));
        var isAfterResume = false;
        foreach (var (line, attach) in attaches.Concat(reads).OrderBy(sight => sight.Line.Index))
        {
            isAfterResume |= attach is { IsResume: true };
            yield return attach is null
                ? new(line, line.Result!.Context!.Principal, line.Result.Context.ServiceSession, false, isAfterResume)
                : new(line, attach.Result!.Principal, attach.SilentlyEmptied ? null : attach.Result.ServiceSession,
                    attach.SaysEmptied || attach.SilentlyEmptied, isAfterResume);
        }
    }
}
