namespace Rejoin.Statistics;

/// <summary>Verdict on "more than this share does", from one outcome between 0 and 1 per sample.</summary>
/// <remarks>
/// <para>The share that does not is bounded exactly (<see cref="ClopperPearson"/>), from counts divided by the design
/// effect over rounds. A sample that does in part counts in part; all-or-nothing is the worst that a given mean can be,
/// so that the bound stays on the safe side.</para>
/// <para>A limit of 1 no number of samples can prove: there the rule is that none of those observed may fail, and the
/// bound is what is reported.</para>
/// </remarks>
public static class RateVerdict
{
    /// <summary>The verdict.</summary>
    /// <param name="sharesPerRound">Outcome of each sample, per round: 1 = does, 0 = does not. Rounds without samples
    /// do not count.</param>
    /// <param name="limit">Limit that the share must be above, in (0, 1]; 1 = every one observed must do.</param>
    /// <param name="confidence">One-sided confidence of a pass or fail, in (0, 1).</param>
    /// <param name="id">Id of the estimate.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument out of its range.</exception>
    public static LimitResult Judge(
        IReadOnlyList<IReadOnlyList<double>> sharesPerRound, double limit, double confidence, string id)
    {
        ArgumentNullException.ThrowIfNull(sharesPerRound);
        if (!(limit is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "Must lie between 0, excluded, and 1.");
        }

        if (sharesPerRound.Any(round => round.Any(share => !(share is >= 0 and <= 1))))
        {
            throw new ArgumentOutOfRangeException(nameof(sharesPerRound), "A share is not between 0 and 1.");
        }

        var used = sharesPerRound.Where(round => round.Count > 0)
            .Select(round => (Missed: round.Sum(share => 1 - share), round.Count)).ToList();
        var count = used.Sum(round => round.Count);
        var missed = Math.Min(count, used.Sum(round => round.Missed));
        var effect = DesignEffect.OfRates(used);
        var (low, high) = count == 0 ? (0, 1) : (
            1 - ClopperPearson.Upper(missed / effect, count / effect, confidence),
            1 - ClopperPearson.Lower(missed / effect, count / effect, confidence));
        var verdict = Conclude(limit, missed, low, high, used.Count);
        var more = verdict == Verdict.Unknown && used.Count >= Evidence.MinimumRounds
            ? More(missed / count, limit, confidence, effect, count)
            : null;
        return new()
        {
            Verdict = verdict,
            Limit = limit,
            Reason = verdict == Verdict.Unknown ? Evidence.Reason(count, "samples", used.Count, more) : null,
            More = more,
            Estimate = new()
            {
                Id = id, Value = count == 0 ? null : 1 - (missed / count), Low = count == 0 ? null : low,
                High = count == 0 ? null : high, Confidence = confidence, Samples = count, Rounds = used.Count,
                DesignEffect = effect, Unit = "",
            },
        };
    }

    /// <summary>A limit of 1 is missed by a single sample, however few there are.</summary>
    private static Verdict Conclude(double limit, double missed, double low, double high, int rounds) =>
        limit == 1 && missed > 0 ? Verdict.Fail
        : rounds < Evidence.MinimumRounds ? Verdict.Unknown
        : limit == 1 || low > limit ? Verdict.Pass
        : high < limit ? Verdict.Fail
        : Verdict.Unknown;

    private static long? More(double missedRate, double limit, double confidence, double effect, int count) =>
        RequiredSamples.ToDecide(missedRate, limit, confidence) is { } needed
            ? Math.Max(1, (long)Math.Ceiling(needed * effect) - count)
            : null;
}
