using Microsoft.Playwright;

namespace Rejoin.Browser.Tests.Browsing;

/// <summary>A report that is open in a browser of its own, with everything that went wrong or went out.</summary>
internal sealed class ReportPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];

    private ReportPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Everything that the page wrote to the console, and every error.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Every address that was asked for, the page's own first.</summary>
    public IReadOnlyList<string> Requests => requests;

    public static async Task<ReportPage> OpenAsync(
        SystemChromium chromium, string file, int width = 1440, ColorScheme scheme = ColorScheme.Light,
        bool isScripted = true)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = isScripted,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = new ReportPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    public Task<T> EvaluateAsync<T>(string script) => Page.EvaluateAsync<T>(script);

    /// <summary>Pictures that are kept: the first screen, the first finding and the whole page, as
    /// <c>artifacts/screens/NAME-….png</c>.</summary>
    public async Task KeepAsync(string name)
    {
        await Page.ScreenshotAsync(new() { Path = PathOf(name, "first") });
        await Page.ScreenshotAsync(new() { Path = PathOf(name, "page"), FullPage = true });
        if (await Page.Locator("#finding-1").CountAsync() > 0)
        {
            await Page.Locator("#finding-1").ScreenshotAsync(new() { Path = PathOf(name, "finding") });
        }
    }

    private static string PathOf(string name, string part) => Path.Combine(Artifacts, $"{name}-{part}.png");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    /// <summary>Folder of pictures, in the repository that the tests were built in.</summary>
    public static string Artifacts
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rejoin.slnx")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "artifacts", "screens");
        }
    }
}
