using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The hello in the headers of an upgrade.</summary>
/// <remarks>Source: protocol.md §3.</remarks>
internal static class HelloReader
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether the request says hello in its headers, well or badly.</summary>
    public static bool IsPresent(IHeaderDictionary headers) =>
        headers.ContainsKey("Authorization") || headers.ContainsKey(AttachHeader.Session)
        || headers.ContainsKey(AttachHeader.Epoch) || headers.ContainsKey(AttachHeader.Offset)
        || headers.ContainsKey(AttachHeader.Snapshots);

    /// <summary>The hello; null with an HTTP status if it is malformed (400) or has no bearer token (401).</summary>
    public static Hello? Read(IHeaderDictionary headers, out int status)
    {
        status = StatusCodes.Status401Unauthorized;
        var authorization = headers.Authorization;
        if (authorization.Count != 1 || authorization[0] is not { } value
            || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        status = StatusCodes.Status400BadRequest;
        if (!TryOne(headers, AttachHeader.Session, out var session)
            || !TryOne(headers, AttachHeader.Epoch, out var epoch)
            || !TryOne(headers, AttachHeader.Offset, out var offsetText)
            || !TryOne(headers, AttachHeader.Snapshots, out var snapshots)
            || snapshots is not (null or "0" or "1"))
        {
            return null;
        }

        long? offset = null;
        if (offsetText is not null)
        {
            if (!long.TryParse(offsetText, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                || parsed > RejoinProtocol.MaxInteger)
            {
                return null;
            }

            offset = parsed;
        }

        var isValid = session is null
            ? epoch is null && offset is null
            : RejoinProtocol.IsId(session) && RejoinProtocol.IsEpoch(epoch) && offset is not null;
        return isValid
            ? new Hello
            {
                Token = value[Scheme.Length..].Trim(),
                Session = session,
                Epoch = epoch,
                Offset = offset,
                Snapshots = snapshots != "0",
            }
            : null;
    }

    private static bool TryOne(IHeaderDictionary headers, string name, out string? value)
    {
        var values = headers[name];
        value = values.Count == 1 ? values[0] : null;
        return values.Count <= 1;
    }
}
