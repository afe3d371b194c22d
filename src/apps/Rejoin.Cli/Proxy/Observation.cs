using System.Globalization;
using Rejoin.Faults.Links;

namespace Rejoin.Cli;

/// <summary>Something that a link has seen or done; a later one of the same type and key replaces it.</summary>
/// <param name="Type"><c>connection</c>, <c>exchange</c>, <c>injection</c> or <c>error</c>.</param>
/// <param name="Key">What tells it from others of its type.</param>
/// <param name="State">Its state in a word.</param>
internal sealed record Observation(string Type, string Key, string State)
{
    /// <summary>Id of the fault, or of the fault that ended the connection; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>Place of an injection, in words.</summary>
    public string? At { get; init; }

    /// <summary>What differs or went wrong; null for nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>Bytes that were delivered to the service.</summary>
    public long? BytesToService { get; init; }

    /// <summary>Bytes that were delivered to the client.</summary>
    public long? BytesToClient { get; init; }

    /// <summary>Everything that a link has to tell.</summary>
    public static IReadOnlyList<Observation> Of(Link link) =>
    [
        .. link.Exchanges.Select((each, i) => new Observation("exchange", Number(i + 1), Number(each.Status))
        {
            Reason = each.Trouble,
        }),
        .. link.Connections.Select(each => new Observation("connection", Number(each.Ordinal), each.End.ToString())
        {
            Fault = each.EndedBy,
            BytesToService = each.ToService.Bytes,
            BytesToClient = each.ToClient.Bytes,
        }),
        .. link.Injections.Select((each, i) => new Observation("injection", Number(i + 1), each.Outcome.ToString())
        {
            Fault = each.FaultId,
            At = each.At.ToString(),
            Reason = each.Reason,
            BytesToService = each.DeliveredToService,
            BytesToClient = each.DeliveredToClient,
        }),
        .. link.Errors.Select((each, i) => new Observation("error", Number(i + 1), each.GetType().Name)),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
