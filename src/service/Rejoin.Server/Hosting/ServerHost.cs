using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>The web host: Kestrel, its limits, its listeners.</summary>
internal static class ServerHost
{
    private const int AcceptBacklog = 4_096;
    private const int BodyBytes = 65_536;

    // Connections of plain HTTP requests, beside the WebSockets.
    private const int OtherConnections = 100;

    // After a drain, only connections that never said hello are left.
    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(1);

    public static WebApplication Build(ServerOptions options, ILoggerProvider? logging)
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = "Rejoin.Server" });
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownPatience);
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft", LogLevel.Warning);
        if (logging is not null)
        {
            builder.Logging.AddProvider(logging);
        }

        var certificate = options.Certificate is { } source ? LoadCertificate(source) : null;
        builder.WebHost.UseKestrelCore();
        if (certificate is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options, certificate));
        builder.Services.Configure<SocketTransportOptions>(transport => transport.Backlog = AcceptBacklog);
        return builder.Build();
    }

    /// <summary>Starts listening; returns the addresses in the order of the listeners.</summary>
    /// <exception cref="RejoinServerException">The port is in use, or the address is not this machine's.</exception>
    public static async Task<IReadOnlyList<Uri>> StartAsync(
        WebApplication app, ServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new RejoinServerException(
                "port_in_use",
                $"Port {options.Port} on {options.Listen} is in use.",
                "Choose another port, or 0 for a free one.",
                error);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw new RejoinServerException(
                "address_unavailable",
                $"The server cannot listen on {options.Listen}, port {options.Port} ({error.Message}).",
                "Choose an address of this machine and a port that this user may use.",
                error);
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>();
        return [.. addresses.Addresses.Select(address => ToReachable(new Uri(address)))];
    }

    // An address that stands for all of this machine's is no address to connect to.
    private static Uri ToReachable(Uri address) => address.Host switch
    {
        "0.0.0.0" => new UriBuilder(address) { Host = "127.0.0.1" }.Uri,
        "[::]" => new UriBuilder(address) { Host = "[::1]" }.Uri,
        _ => address,
    };

    private static void Configure(KestrelServerOptions kestrel, ServerOptions options, X509Certificate2? certificate)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestHeadersTotalSize = options.Limits.RequestHeadBytes;
        kestrel.Limits.MaxRequestLineSize = Math.Min(options.Limits.RequestHeadBytes, 8_192);
        kestrel.Limits.MaxRequestBodySize = BodyBytes;
        kestrel.Limits.MaxConcurrentConnections =
            (long)options.Limits.Connections + options.Limits.UnattachedConnections + OtherConnections;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromMilliseconds(Math.Max(options.Limits.HelloMs, 1_000));
        var address = options.Listen == "localhost" ? IPAddress.Loopback : IPAddress.Parse(options.Listen);
        kestrel.Listen(address, options.Port, listener =>
        {
            // WebSockets are upgraded from HTTP/1.1.
            listener.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
            {
                listener.UseHttps(certificate);
            }
        });
        if (options.Admin is { } admin)
        {
            kestrel.Listen(IPAddress.Loopback, admin.Port, listener =>
            {
                listener.Protocols = HttpProtocols.Http1;
                listener.Use(next => connection =>
                {
                    connection.Features.Set(AdminListener.Instance);
                    return next(connection);
                });
            });
        }
    }

    private static X509Certificate2 LoadCertificate(CertificateOptions options)
    {
        var password = options.PasswordEnv is null ? null : Environment.GetEnvironmentVariable(options.PasswordEnv);
        try
        {
            if (Path.GetExtension(options.Path).ToUpperInvariant() is ".PFX" or ".P12")
            {
                return X509CertificateLoader.LoadPkcs12FromFile(options.Path, password);
            }

            using var pem = X509Certificate2.CreateFromPemFile(options.Path, options.KeyPath);

            // Through PKCS #12, because Windows does not take the ephemeral key of a PEM file.
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        }
        catch (CryptographicException error)
        {
            throw new RejoinServerException(
                "certificate",
                $"The certificate '{options.Path}' cannot be read ({error.Message}).",
                "Give a PFX file with its password, or a PEM file with its key.",
                error);
        }
    }
}
