using Rejoin.Checks;

namespace Rejoin.Runner;

/// <summary>The checks that a conversation gives something to judge: what it does decides.</summary>
internal static class ConversationChecks
{
    // Vacuous cuts are what a sweep makes on purpose: it cuts before the first word too.
    private static readonly string[] Always =
    [
        "RJ101", "RJ102", "RJ103", "RJ105", "RJ106", "RJ111", "RJ112", "RJ113", "RJ114", "RJ116", "RJ202",
        "RJ203", "RJ207", "RJ208", "RJ701", "RJ702",
    ];

    private const string FaultNotFired = "RJ902";
    private const string Livelock = "RJ703";

    /// <summary>Ids of the checks, in order.</summary>
    /// <param name="script">Conversation.</param>
    /// <param name="expectsFaults">Whether each fault of the plan must have fired.</param>
    /// <param name="repeats">Whether a fault of the plan hits every connection.</param>
    public static IReadOnlyList<string> Of(ConversationScript script, bool expectsFaults, bool repeats) =>
    [
        .. Always.Concat(Extra(script)).Concat(expectsFaults ? [FaultNotFired] : [])
            .Concat(repeats ? [Livelock] : []).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Extra(ConversationScript script)
    {
        if (script.Does(Operation.Say))
        {
            yield return "RJ115";
            yield return "RJ201";
        }

        // Only what was under way when a client lost its memory stays unknown.
        if (script.Does(Operation.Crash))
        {
            yield return "RJ107";
        }

        if (script.Does(Operation.Set))
        {
            yield return "RJ204";
        }

        if (script.Does(Operation.Start))
        {
            yield return "RJ205";
            yield return "RJ206";
        }

        if (script.HasPlaces)
        {
            yield return "RJ608";
        }

        if (script.HasAbsences)
        {
            yield return "RJ501";
            yield return "RJ502";
        }

        if (script.Sessions.Count > 1)
        {
            yield return "RJ401";
        }

        if (script.Sessions.Select(session => session.Principal).Distinct().Count() > 1)
        {
            yield return "RJ402";
        }
    }
}
