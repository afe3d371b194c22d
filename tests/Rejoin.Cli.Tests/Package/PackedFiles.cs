using System.Diagnostics;

namespace Rejoin.Cli.Tests.Package;

/// <summary>The packages of this repository, packed once for all tests from what was built.</summary>
[CollectionDefinition(nameof(PackedFiles), DisableParallelization = true)]
public sealed class PackedFiles : IAsyncLifetime, ICollectionFixture<PackedFiles>
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Folder of the packages.</summary>
    internal string Path => folder["packages"];

    /// <summary>A folder for a test's own things.</summary>
    internal string Own(string name) => Directory.CreateDirectory(folder[name]).FullName;

    /// <summary>Path of the one package of an id.</summary>
    internal string Of(string id, string extension = "nupkg") =>
        Directory.EnumerateFiles(Path, $"{id}.*.{extension}")
            .Single(file => char.IsAsciiDigit(System.IO.Path.GetFileName(file)[id.Length + 1]));

    /// <summary>Runs <c>dotnet</c> with nothing of this machine's NuGet folders; fails unless it ends with 0.</summary>
    internal async Task DotnetAsync(string workingFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = workingFolder,
        };
        start.Environment["DOTNET_CLI_HOME"] = Own("home");
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {output}{await error}");
    }

    public async ValueTask InitializeAsync() => await DotnetAsync(
        Approved.Root, "pack", "Rejoin.slnx", "--no-build", "-c", "Release", "-o", Path, "-nologo", "-v", "quiet");

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
