using Microsoft.Playwright;

namespace Rejoin.Browser.Tests.Browsing;

/// <summary>The Chromium of this system, started once for all tests; nothing is downloaded.</summary>
public sealed class SystemChromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private IPlaywright? playwright;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var path = Find() ?? throw new InvalidOperationException(
            $"No Chromium on PATH (looked for {string.Join(", ", Names)}). The report is tested in a real browser. "
            + "Install one: apt-get install chromium, or put its executable on PATH.");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            // The pages are our own, and root has no sandbox.
            Args = ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? Find() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in Names
         let file = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
         where folder.Length > 0 && File.Exists(file)
         select file).FirstOrDefault();
}
