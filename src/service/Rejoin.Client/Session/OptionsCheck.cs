namespace Rejoin.Client;

/// <summary>The check of the settings of a session: every error at once.</summary>
internal static class OptionsCheck
{
    /// <exception cref="ArgumentException">Something is out of range; the message names all.</exception>
    public static void Require(RejoinSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = Errors(options).ToList();
        if (errors.Count > 0)
        {
            throw new ArgumentException(
                $"{nameof(RejoinSessionOptions)}: {string.Join("; ", errors)}.", nameof(options));
        }
    }

    private static IEnumerable<string> Errors(RejoinSessionOptions options) =>
        UriErrors(options).Concat(HeaderErrors(options)).Concat(TimeErrors(options)).Concat(CountErrors(options));

    private static IEnumerable<string> UriErrors(RejoinSessionOptions options)
    {
        var uri = options.Uri;
        if (uri is not { IsAbsoluteUri: true } || uri.Scheme is not ("ws" or "wss"))
        {
            yield return "Uri must be absolute with scheme wss, or ws on loopback";
            yield break;
        }

        if (uri.Scheme == "ws" && !uri.IsLoopback && !options.AllowInsecure)
        {
            yield return $"Uri {Endpoint.Of(uri)} would send tokens unprotected: use wss, or set AllowInsecure";
        }

        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            yield return "Uri must have no user information and no fragment";
        }

        if (options.AccessToken is null)
        {
            yield return "AccessToken is null";
        }
    }

    private static IEnumerable<string> HeaderErrors(RejoinSessionOptions options) =>
        (options.RequestHeaders ?? throw new ArgumentException("RequestHeaders is null", nameof(options)))
            .Where(h => !UpgradeRequest.IsExtra(h.Key, h.Value))
            .Select(h => $"RequestHeaders: '{h.Key}' is a header of the protocol, or its name or value is not allowed");

    private static IEnumerable<string> TimeErrors(RejoinSessionOptions options)
    {
        (string Name, TimeSpan Value)[] times =
        [
            (nameof(options.ConnectTimeout), options.ConnectTimeout),
            (nameof(options.UpgradeTimeout), options.UpgradeTimeout),
            (nameof(options.VerdictTimeout), options.VerdictTimeout),
            (nameof(options.ReplayTimeout), options.ReplayTimeout),
            (nameof(options.OperationTimeout), options.OperationTimeout),
            (nameof(options.CloseTimeout), options.CloseTimeout),
        ];
        return times.Where(t => !IsTimeout(t.Value)).Select(t => $"{t.Name} must be above 0 and at most 24 days");
    }

    /// <summary>Whether a time can be waited for: above 0 and at most 24 days, or infinite.</summary>
    public static bool IsTimeout(TimeSpan value) =>
        value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value <= TimeSpan.FromDays(24));

    private static IEnumerable<string> CountErrors(RejoinSessionOptions options)
    {
        const int OneGiB = 1024 * 1024 * 1024;
        (string Name, int Value, int Low, int High)[] counts =
        [
            (nameof(options.MaxMessageBytes), options.MaxMessageBytes, 1_024, OneGiB),
            (nameof(options.MaxOutboxOperations), options.MaxOutboxOperations, 1, 1_000_000),
            (nameof(options.MaxOutboxBytes), options.MaxOutboxBytes, 1_024, OneGiB),
            (nameof(options.EventQueueCapacity), options.EventQueueCapacity, 0, 1_000_000),
            (nameof(options.AckEveryEvents), options.AckEveryEvents ?? 1, 1, int.MaxValue),
        ];
        return counts.Where(c => c.Value < c.Low || c.Value > c.High)
            .Select(c => $"{c.Name} is {c.Value}, allowed are {c.Low} to {c.High}");
    }
}
