namespace Rejoin.Checks;

/// <summary>The rules that hold between the lines of a history; what breaks one is gathered, not thrown.</summary>
internal sealed class HistoryRules(string file)
{
    private readonly List<HistoryError> _errors = [];
    private readonly Dictionary<long, (Operation Operation, string? Session)> _open = [];
    private readonly HashSet<long> _ended = [];
    private readonly HashSet<string> _sessions = [];
    private long _expected = 1;
    private long _timeNs;

    public IReadOnlyList<HistoryError> Errors => _errors;

    /// <summary>Whether so much is wrong that reading on would say nothing new.</summary>
    public bool Full => _errors.Count >= HistoryLimits.Errors;

    public static string? SchemaProblem(string schema)
    {
        if (schema == TrialHeader.CurrentSchema)
        {
            return null;
        }

        const string Family = "rejoin.history/";
        return schema.StartsWith(Family, StringComparison.Ordinal)
            && int.TryParse(schema[Family.Length..], out var version) && version > 1
            ? $"has the newer schema '{schema}': this tool reads '{TrialHeader.CurrentSchema}'; update the tool"
            : $"has the unknown schema '{schema}': this tool reads '{TrialHeader.CurrentSchema}'";
    }

    public void Report(long line, string problem)
    {
        if (!Full)
        {
            _errors.Add(new HistoryError(file, line,
                problem.Length <= HistoryLimits.ErrorCharacters ? problem
                    : problem[..HistoryLimits.ErrorCharacters] + "…"));
        }
    }

    /// <summary>A line that could not be read keeps its number, so that the lines after it are not accused.</summary>
    public void Skip(long line, string problem)
    {
        Report(line, problem);
        _expected++;
    }

    public void Accept(HistoryEvent line, long number)
    {
        if (line.Index != _expected)
        {
            Report(number, $"has index {line.Index}, expected {_expected}: lines are numbered 1, 2, 3 without a gap");
        }

        _expected = line.Index == long.MaxValue ? line.Index : line.Index + 1;
        if (line.TimeNs < _timeNs)
        {
            Report(number, $"has timeNs {line.TimeNs}, below {_timeNs} of a line above: time never decreases");
        }

        _timeNs = Math.Max(_timeNs, line.TimeNs);
        if ((line.Type == HistoryEventType.Trial) != (number == 1))
        {
            Report(number, number == 1
                ? "is not the header: the first line has the type 'trial'"
                : "is a second header");
        }

        foreach (var problem in HistoryLineRules.Problems(line))
        {
            Report(number, problem);
        }

        Relate(line, number);
    }

    private void Relate(HistoryEvent line, long number)
    {
        switch (line.Type)
        {
            case HistoryEventType.Trial:
                Header(line.Trial, number);
                break;
            case HistoryEventType.Invoke:
                Begin(line, number);
                break;
            case HistoryEventType.Ok or HistoryEventType.Fail or HistoryEventType.Info:
                End(line, number);
                break;
        }

        if (line.Session is { } session && !_sessions.Contains(session))
        {
            Report(number, $"names the session '{session}', which the header does not");
        }
    }

    private void Header(TrialHeader? header, long number)
    {
        if (header is { Schema: null or "" })
        {
            Report(number, $"has no 'trial.schema': this tool reads '{TrialHeader.CurrentSchema}'");
        }

        foreach (var check in header?.Checks ?? [])
        {
            if (CheckCatalogue.Find(check) is null)
            {
                Report(number, $"names the check '{check}', which this tool does not know");
            }
        }

        foreach (var session in header?.Sessions ?? [])
        {
            if (!_sessions.Add(session.Session))
            {
                Report(number, $"names the session '{session.Session}' twice");
            }

            if (!Canaries.IsOne(session.Canary))
            {
                Report(number,
                    $"gives the session '{session.Session}' a canary that is not 'cn-' and 16 hexadecimal digits");
            }
        }
    }

    private void Begin(HistoryEvent line, long number)
    {
        if (line.Call is { } call && line.Operation is { } operation
            && (_ended.Contains(call) || !_open.TryAdd(call, (operation, line.Session))))
        {
            Report(number, $"invokes call {call} again: calls are unique in a trial");
        }
    }

    private void End(HistoryEvent line, long number)
    {
        if (line.Call is not { } call)
        {
            return;
        }

        if (!_open.Remove(call, out var begun))
        {
            Report(number, _ended.Contains(call)
                ? $"completes call {call} a second time"
                : $"completes call {call}, which no line above invokes");
            return;
        }

        _ended.Add(call);
        if (line.Operation != begun.Operation || line.Session != begun.Session)
        {
            Report(number, $"completes call {call} with another operation or session than its invoke");
        }
    }
}
