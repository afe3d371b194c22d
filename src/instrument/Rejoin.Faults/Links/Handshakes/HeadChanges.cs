using Rejoin.Faults.Links.Http;
using Rejoin.Faults.Links.Relaying;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links.Handshakes;

/// <summary>What faults change in the next request and in its 101, on one TCP connection of a client.</summary>
internal sealed class HeadChanges(LinkState state)
{
    private const string Accept = "Sec-WebSocket-Accept";
    private readonly List<ArmedFault> _request = [];
    private readonly List<ArmedFault> _response = [];

    /// <summary>Adds a fault that has fired.</summary>
    public void Add(ArmedFault fault, bool ofResponse) => (ofResponse ? _response : _request).Add(fault);

    /// <summary>The request without what is to be left out.</summary>
    public HttpHead OfRequest(HttpHead request) => Changed(request, _request, "request");

    /// <summary>The bytes of the changed 101; null when nothing is changed.</summary>
    public byte[]? OfResponse(HttpHead response) =>
        _response.Count == 0 ? null : Changed(response, _response, "101").ToBytes();

    /// <summary>The service has not granted the upgrade: there is no 101 to change.</summary>
    public void Refused(int status)
    {
        _response.ForEach(fault => Mislabel(fault, $"the service answered {status}, not 101: nothing was changed"));
        _response.Clear();
    }

    private HttpHead Changed(HttpHead head, List<ArmedFault> faults, string what)
    {
        foreach (var fault in faults)
        {
            var name = fault.Fault.Do.Kind == FaultKind.BadAccept ? Accept : fault.Fault.Do.Header ?? "";
            if (head.Value(name) is null)
            {
                Mislabel(fault, $"the {what} has no header {name}");
            }

            head = fault.Fault.Do.Kind == FaultKind.BadAccept
                ? head.With([.. head.Headers.Select(Wrong)])
                : head.With([.. head.Headers.Where(header => !header.Is(name))]);
        }

        faults.Clear();
        return head;
    }

    /// <summary>The header with another first character, if it is the one.</summary>
    private static HttpHeader Wrong(HttpHeader header)
    {
        if (!header.Is(Accept) || header.Value.Length == 0)
        {
            return header;
        }

        var value = (header.Value[0] == 'A' ? 'B' : 'A') + header.Value[1..];
        return new HttpHeader(header.Name, value, $"{header.Name}: {value}");
    }

    private void Mislabel(ArmedFault fault, string reason) => state.Ledger.Amend(fault, r => r with
    {
        Outcome = InjectionOutcome.Mislabelled,
        Reason = r.Reason is null ? reason : r.Reason + "; " + reason,
    });
}
