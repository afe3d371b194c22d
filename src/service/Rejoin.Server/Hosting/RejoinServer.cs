using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rejoin.Server;

/// <summary>The reference service of <c>rejoin.v1</c>.</summary>
public static class RejoinServer
{
    /// <summary>A server that listens and takes connections.</summary>
    /// <param name="options">Options; the folder is needed, and a key or <see cref="ServerOptions.Dev"/>.</param>
    /// <param name="seams">What to put in front of the server's parts; null = nothing.</param>
    /// <param name="cancellationToken">Ends the start, not the server.</param>
    /// <exception cref="RejoinServerException">The options are not valid (all errors at once), or the environment
    /// does not allow it.</exception>
    public static async Task<RunningServer> StartAsync(
        ServerOptions options, ServerSeams? seams = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        seams ??= new ServerSeams();
        if (options.Validate() is { Count: > 0 } errors)
        {
            throw new RejoinServerException(
                "options_invalid",
                "The server options are not valid: " + string.Join(" ", errors),
                "docs/reference/limits.md lists the options with their ranges.");
        }

        var app = ServerHost.Build(options, seams.Logging);
        ServerCore? core = null;
        try
        {
            var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Rejoin.Server");
            core = new ServerCore(options, seams, log);
            app.UseWebSockets();
            app.Run(core.HandleAsync);
            await core.StartAsync().ConfigureAwait(false);
            var addresses = await ServerHost.StartAsync(app, options, cancellationToken).ConfigureAwait(false);
            ConnectionLog.Listening(log, addresses[0].ToString());
            if (addresses.Count > 1)
            {
                AdminLog.Listening(log, addresses[1].ToString());
            }

            return new RunningServer(options, app, core, addresses, log);
        }
        catch
        {
            if (core is not null)
            {
                await core.DisposeAsync().ConfigureAwait(false);
            }

            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
