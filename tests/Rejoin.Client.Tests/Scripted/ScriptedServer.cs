using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Rejoin.Client.Tests.Scripted;

/// <summary>A server on a loopback socket that says what the test scripts, byte for byte if need be.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2? certificate;
    private readonly List<ScriptedConnection> connections = [];

    public ScriptedServer(X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        listener.Start();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Uri Uri => new($"{(certificate is null ? "ws" : "wss")}://127.0.0.1:{Port}/ws");

    /// <summary>The next connection, its request read.</summary>
    public async Task<ScriptedConnection> AcceptAsync()
    {
        var socket = await listener.AcceptSocketAsync(Bounded.Token);
        Stream stream = new NetworkStream(socket, ownsSocket: true);
        if (certificate is not null)
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = certificate }, Bounded.Token);
            stream = secure;
        }

        var connection = new ScriptedConnection(socket, stream, await ReadRequestAsync(stream));
        connections.Add(connection);
        return connection;
    }

    /// <summary>The next connection, upgraded.</summary>
    public async Task<ScriptedConnection> UpgradeAsync()
    {
        var connection = await AcceptAsync();
        await connection.UpgradeAsync();
        return connection;
    }

    public ValueTask DisposeAsync()
    {
        listener.Stop();
        foreach (var connection in connections)
        {
            connection.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static async Task<string> ReadRequestAsync(Stream stream)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, Bounded.Token) == 0)
            {
                break;
            }

            text.Append((char)one[0]);
        }

        return text.ToString();
    }
}
