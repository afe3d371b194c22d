namespace Rejoin.Checks;

/// <summary>RJ204: a read of the context shows the newest value of every key that was put.</summary>
/// <remarks>Each key is a register, its values are unique. A read may show a value unless another was put after it and
/// before the read; it may lack a key unless one had been put. What the client was told or shown counts as put; a set
/// of unknown outcome may be there or not, and stays once seen. Values of other sessions and of before a reset are left
/// to RJ401 and RJ402, keys that nobody set are not judged. Smallest failing history: set k=1 ok, context without k.
/// Unknown: no context read after a set.</remarks>
internal sealed class MemoryValue() : HistoryCheck("RJ204", "memory-value",
    "A read of the context shows the newest value of every key.")
{
    private const string Hint = "Memory or preferences are rebuilt incompletely or from an old copy: "
        + "compare the snapshot that the read is answered from with the log of value changes.";

    public override string? NotJudgedBecause(Contract contract) => Promises.NotLost(contract, ReadKind.Context);

    protected override void Judge(SessionIndex session, Contract contract, JudgementBuilder judgement)
    {
        if (session.ContextReads.Count == 0 || session.Writes.Count == 0)
        {
            return;
        }

        var registers = new Registers(session);
        var keys = registers.Keys.ToLookup(register => register.Segment);
        foreach (var read in session.ContextReads)
        {
            var segment = session.Content.Before(read.Connection, read.End!.Index);
            var view = read.End.Result!.Context!;
            foreach (var (scope, key, _) in keys[segment])
            {
                var values = scope == "preference" ? view.Preferences : view.Memory;
                if (!values.ContainsKey(key)
                    && registers.Newest(scope, key, segment, read.Invoke.Index) is { } missing)
                {
                    judgement.Opportunities++;
                    judgement.Fail(session,
                        $"{Named(scope, key)} was set and is missing from a read of the context",
                        Hint, missing.Invoked, missing.KnownAt, read.End.Index);
                }
            }

            Values(session, registers, read, segment, "memory", view.Memory, judgement);
            Values(session, registers, read, segment, "preference", view.Preferences, judgement);
        }
    }

    private static void Values(
        SessionIndex session, Registers registers, CallRecord read, int segment, string scope,
        IReadOnlyDictionary<string, string> values, JudgementBuilder judgement)
    {
        foreach (var (key, value) in values)
        {
            var shown = registers.Find(scope, key, value);
            var newest = registers.Newest(scope, key, segment, read.Invoke.Index);
            if ((shown is null && newest is null) || (shown is { KnownIn: >= 0 } && shown.KnownIn < segment)
                || Canaries.Foreign(value, session.Header.Canary) is not null)
            {
                continue;
            }

            judgement.Opportunities++;
            if (Difference(shown, newest) is { } difference)
            {
                judgement.Fail(session,
                    $"a read of the context shows {Named(scope, key)} with {difference}",
                    Hint, Line(newest?.Invoked), Line(newest?.KnownAt), Line(shown?.Invoked), read.End!.Index);
            }
        }
    }

    /// <summary>What is wrong with a shown value; null if it is right.</summary>
    private static string? Difference(WriteRecord? shown, WriteRecord? newest) =>
        shown is null ? "a value that nobody put there"
        : shown.IsRefused ? "a value that was refused"
        : newest is not null && newest.Invoked > shown.KnownAt ? "an older value than the newest one"
        : null;

    private static long Line(long? line) => line is null or long.MaxValue ? 0 : line.Value;

    private static string Named(string scope, string key) =>
        scope == "preference" ? $"the preference '{key}'" : $"the memory value '{key}'";
}
