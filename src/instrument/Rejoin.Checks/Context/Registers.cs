namespace Rejoin.Checks;

/// <summary>The keys of a session, each a register: what a read may show of it.</summary>
internal sealed class Registers
{
    private readonly SessionIndex _session;
    private readonly Dictionary<(string Scope, string Key, int Segment), NewestBefore<WriteRecord>> _applied = [];
    private Dictionary<(string Scope, string Key, string Form), WriteRecord>? _byForm;

    public Registers(SessionIndex session)
    {
        _session = session;
        foreach (var write in session.Writes.Values)
        {
            if (write.KnownIn < 0)
            {
                continue;
            }

            var register = (write.Scope, write.Key, write.KnownIn);
            if (!_applied.TryGetValue(register, out var applied))
            {
                _applied.Add(register, applied = new NewestBefore<WriteRecord>());
                Keys.Add(register);
            }

            applied.Add(write.KnownAt, write.Invoked, write);
        }
    }

    /// <summary>Keys under which something is known to have been put, with the segment.</summary>
    public List<(string Scope, string Key, int Segment)> Keys { get; } = [];

    /// <summary>Of the writes that had been applied before a line, the one that began last; null if there is
    /// none.</summary>
    public WriteRecord? Newest(string scope, string key, int segment, long line) =>
        _applied.GetValueOrDefault((scope, key, segment))?.Find(line)?.Of;

    /// <summary>The write that a shown value comes from; null if nobody attempted it.</summary>
    public WriteRecord? Find(string scope, string key, string value)
    {
        if (_session.Writes.TryGetValue((scope, key, value), out var write))
        {
            return write;
        }

        _byForm ??= _session.Writes.Values.GroupBy(each => (each.Scope, each.Key, JsonForm.Of(each.Value)))
            .ToDictionary(group => group.Key, group => group.First());
        return _byForm.GetValueOrDefault((scope, key, JsonForm.Of(value)));
    }
}
