using System.Text;

namespace Rejoin.Faults.Links.Http;

/// <summary>
/// Makes a client's request one to the service: <c>Host</c> is the service's, an <c>Origin</c> that names the link
/// names
/// the service (a foreign one stays foreign), and the headers of the source are put in. All else stays byte for byte.
/// </summary>
internal sealed class HeadRewriter(Uri upstream, string clientAuthority)
{
    private readonly string _authority = upstream.HostNameType == UriHostNameType.Dns
        ? upstream.Authority.Replace(upstream.Host, upstream.IdnHost, StringComparison.Ordinal)
        : upstream.Authority;

    private readonly string _scheme = upstream.Scheme == "wss" ? "https" : "http";

    /// <summary>The head as it goes to the service, with its empty line.</summary>
    public byte[] Rewrite(HttpHead request, ConnectionSource source)
    {
        var text = new StringBuilder(string.Join(' ', request.Start)).Append("\r\n");
        var added = new Dictionary<string, string>(source.Headers, StringComparer.OrdinalIgnoreCase);
        var replaced = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers)
        {
            if (added.TryGetValue(header.Name, out var value))
            {
                if (replaced.Add(header.Name))
                {
                    text.Append(header.Name).Append(": ").Append(value).Append("\r\n");
                }
            }
            else
            {
                text.Append(LineOf(header)).Append("\r\n");
            }
        }

        foreach (var (name, value) in added)
        {
            if (!replaced.Contains(name))
            {
                text.Append(name).Append(": ").Append(value).Append("\r\n");
            }
        }

        return Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
    }

    private string LineOf(HttpHeader header)
    {
        if (header.Is("Host"))
        {
            return $"{header.Name}: {_authority}";
        }

        var ours = header.Is("Origin") && Uri.TryCreate(header.Value, UriKind.Absolute, out var origin)
            && origin.Authority == clientAuthority;
        return ours ? $"{header.Name}: {_scheme}://{_authority}" : header.Line;
    }
}
