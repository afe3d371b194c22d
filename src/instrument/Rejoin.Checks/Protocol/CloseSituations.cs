namespace Rejoin.Checks;

/// <summary>Why a connection was closed, as far as the contract has codes for it.</summary>
internal sealed class CloseSituations
{
    private readonly ContractCloseCodes _codes;
    private readonly Dictionary<int, long> _left = [];
    private readonly List<(int Connection, long Invoke)> _attached = [];
    private readonly Dictionary<int, long> _attachedAt = [];
    private readonly HashSet<int> _hit = [];
    private readonly bool _isAnyHit;

    public CloseSituations(SessionIndex session, ContractCloseCodes codes)
    {
        _codes = codes;
        foreach (var call in session.Calls)
        {
            if (call is { Operation: Operation.Leave, IsOk: true, Invoke.Connection: { } connection })
            {
                _left.TryAdd(connection, call.Invoke.Index);
            }
        }

        foreach (var attach in session.Attaches.Where(attach => attach.IsOk))
        {
            _attached.Add((attach.Connection, attach.Call.Invoke.Index));
            _attachedAt.TryAdd(attach.Connection, attach.Call.End!.Index);
        }

        foreach (var line in session.Injections.Where(line => line.Injection!.Status != "not-fired"))
        {
            _isAnyHit |= FaultRecord.ConnectionOf(line) == 0;
            _hit.Add(FaultRecord.ConnectionOf(line));
        }
    }

    /// <summary>The situation in one word, its codes (empty = not judged), and the line that brought it
    /// about.</summary>
    public (string Name, IReadOnlyList<int> Allowed, long Cause) Of(HistoryEvent line, int connection)
    {
        if (_left.TryGetValue(connection, out var left) && left < line.Index)
        {
            return ("left", _codes.Left, left);
        }

        var next = ~_attached.BinarySearch((connection, long.MaxValue));
        return next >= _attached.Count || _attached[next].Invoke > line.Index || _isAnyHit || _hit.Contains(connection)
            || !_attachedAt.TryGetValue(connection, out var attachedAt) || attachedAt > _attached[next].Invoke
            ? ("", [], 0)
            : ("superseded", _codes.Superseded, _attached[next].Invoke);
    }
}
