using System.Net;
using System.Net.Security;
using Rejoin.Faults.Plans;

namespace Rejoin.Faults.Links;

/// <summary>What a <see cref="Link"/> connects, and how it disturbs.</summary>
public sealed class LinkOptions
{
    /// <summary>
    /// Address of the service, <c>ws://</c> or <c>wss://</c>, with its path; without user or password.
    /// </summary>
    public required Uri Upstream { get; init; }

    /// <summary>
    /// Address and port on which the client is awaited; port 0: a free one. Default 127.0.0.1 and port 0. Anything but
    /// a loopback address lets other machines in.
    /// </summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>The faults to carry out. Default none.</summary>
    public FaultPlan Plan { get; init; } = FaultPlan.None;

    /// <summary>
    /// Gives the source of the n-th connection, 1-based. It is asked when a request comes in, with the ordinal that the
    /// next upgrade will get; plain requests are sent from there too. Null: sources are left as they are.
    /// </summary>
    public Func<int, ConnectionSource>? Source { get; init; }

    /// <summary>
    /// Decides on the service's certificate with <c>wss://</c>. Null: the system's trust. The name that is asked for
    /// (SNI) is the upstream's host.
    /// </summary>
    public RemoteCertificateValidationCallback? TrustUpstream { get; init; }

    /// <summary>Clock of timestamps and of the times in the plan. Waiting for the kernel takes real time.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Longest time for reaching the service, TLS included. Default 5 s. Then the client is answered 502.
    /// </summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Limits, each with a default.</summary>
    public LinkLimits Limits { get; init; } = new();

    /// <summary>
    /// Called when a fault fires, just before it acts, so that a history has the cause before the effect. Runs on the
    /// relaying task: it must be quick and must not throw (an exception is put into <see cref="Link.Errors"/>).
    /// </summary>
    public Action<Injection>? Injected { get; init; }

    /// <summary>Throws with every error.</summary>
    internal void Validate()
    {
        var errors = new List<string>();
        if (!Upstream.IsAbsoluteUri || Upstream.Scheme is not ("ws" or "wss"))
        {
            errors.Add($"Upstream must be an absolute ws:// or wss:// address, not scheme '{SchemeOf(Upstream)}'");
        }
        else if (Upstream.UserInfo.Length > 0)
        {
            errors.Add("Upstream must not carry a user or password");
        }

        if (ConnectTimeout <= TimeSpan.Zero || ConnectTimeout > TimeSpan.FromDays(1))
        {
            errors.Add($"ConnectTimeout is {ConnectTimeout}; allowed: more than 0, at most 1 day");
        }

        errors.AddRange(Limits.Errors());
        errors.AddRange(Plan.Validate().Select(e => "Plan " + e));
        if (errors.Count > 0)
        {
            throw new ArgumentException("The link cannot start: " + string.Join("; ", errors) + ".");
        }
    }

    private static string SchemeOf(Uri uri) => uri.IsAbsoluteUri ? uri.Scheme : "(none)";
}
