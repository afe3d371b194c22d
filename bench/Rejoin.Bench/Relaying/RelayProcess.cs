using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Rejoin.Bench;

/// <summary>A relay as a process of its own, so that its CPU time can be told from everybody else's.</summary>
internal sealed class RelayProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);
    private readonly Process process;

    private RelayProcess(Process process, int port) => (this.process, Port) = (process, port);

    /// <summary>Port on loopback.</summary>
    public int Port { get; }

    /// <summary>CPU time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The link of this repository, without faults.</summary>
    public static Task<RelayProcess> LinkAsync(int upstream)
    {
        var port = FreePort();
        return StartAsync(Environment.ProcessPath!, ["link", $"{port}", $"{upstream}"], port);
    }

    /// <summary>haproxy, which relays TCP and knows no frames, with as many threads as it likes.</summary>
    public static Task<RelayProcess> HaproxyAsync(string folder, int upstream)
    {
        var port = FreePort();
        var file = Path.Combine(folder, "haproxy.cfg");
        File.WriteAllText(file, $"""
            defaults
              mode tcp
              timeout connect 5s
              timeout client 60s
              timeout server 60s
            listen relay
              bind 127.0.0.1:{port}
              server upstream 127.0.0.1:{upstream}

            """);
        return StartAsync("haproxy", ["-db", "-f", file], port);
    }

    /// <summary>nginx's stream module, one worker.</summary>
    public static Task<RelayProcess> NginxAsync(string folder, int upstream)
    {
        var port = FreePort();
        var file = Path.Combine(folder, "nginx.conf");
        var module = "/usr/lib/nginx/modules/ngx_stream_module.so";
        File.WriteAllText(file, $$"""
            {{(File.Exists(module) ? $"load_module {module};" : "")}}
            daemon off;
            master_process off;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/nginx.log;
            events { worker_connections 4096; }
            stream {
              server {
                listen 127.0.0.1:{{port}} backlog=4096;
                tcp_nodelay on;
                proxy_pass 127.0.0.1:{{upstream}};
              }
            }

            """);
        return StartAsync("nginx", ["-c", file], port);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<RelayProcess> StartAsync(string file, string[] arguments, int port)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(file, arguments))!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException(
                $"{file} does not start: {error.Message}. "
                    + "On Debian: apt-get install haproxy nginx libnginx-mod-stream.",
                error);
        }

        var relay = new RelayProcess(process, port);
        var clock = Stopwatch.StartNew();
        while (!Listens(port))
        {
            if (process.HasExited || clock.Elapsed > StartLimit)
            {
                relay.Dispose();
                throw new InvalidOperationException($"{file} does not listen on port {port}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        return relay;
    }

    private static bool Listens(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
