namespace Rejoin.Checks;

/// <summary>Gathers what one check sees in one history; keeps the first 20 findings and counts the rest.</summary>
internal sealed class JudgementBuilder(string check)
{
    private const int MaximumFindings = 20;
    private const int MaximumUnknowns = 20;
    private const int MaximumEvidence = 20;

    private readonly List<Finding> _findings = [];
    private readonly List<string> _unknowns = [];
    private long _moreFindings;
    private long _moreUnknowns;

    /// <summary>Times that there was something to judge.</summary>
    public long Opportunities { get; set; }

    /// <summary>Whether further findings are only counted, so that nothing need be looked up for them.</summary>
    public bool IsFull => _findings.Count >= MaximumFindings;

    /// <summary>Counts a finding that is not listed any more.</summary>
    public void FailUnlisted() => _moreFindings++;

    public void Fail(SessionIndex? session, string message, string hint, params IEnumerable<long> evidence)
    {
        if (IsFull)
        {
            FailUnlisted();
            return;
        }

        _findings.Add(new Finding
        {
            Id = check,
            Session = session?.Label,
            Message = message,
            Hint = hint,
            Evidence = [.. evidence.Where(line => line > 0).Distinct().Order().Take(MaximumEvidence)],
        });
    }

    public void Unknown(string reason)
    {
        if (_unknowns.Count >= MaximumUnknowns)
        {
            _moreUnknowns++;
            return;
        }

        _unknowns.Add(reason);
    }

    public Judgement Build()
    {
        if (_moreFindings > 0)
        {
            var first = _findings[0];
            _findings.Add(first with
            {
                Session = null,
                Message = $"{_moreFindings} more of the same kind in this trial, not listed",
                Evidence = [],
            });
        }

        if (_moreUnknowns > 0)
        {
            _unknowns.Add($"{_moreUnknowns} more could not be judged for such reasons");
        }

        return new Judgement
        {
            Check = check,
            Opportunities = Opportunities,
            Findings = _findings,
            Unknowns = _unknowns,
        };
    }
}
