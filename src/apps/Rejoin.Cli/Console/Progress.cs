using Rejoin.Runner;
using Spectre.Console;

namespace Rejoin.Cli;

/// <summary>The choice of progress: bars on a terminal, lines elsewhere, nothing when quiet.</summary>
internal static class Progress
{
    /// <summary>Does the work while its progress is shown on standard error.</summary>
    public static async Task<T> ShowAsync<T>(
        Terminal terminal, bool quiet, bool noColour, Func<IRunObserver, Task<T>> work)
    {
        if (quiet)
        {
            return await work(new SilentProgress());
        }

        if (!terminal.ErrorIsTerminal)
        {
            return await work(new PlainProgress(terminal.Error));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Error),
            ColorSystem = noColour || terminal.ColourUnwanted
                ? ColorSystemSupport.NoColors
                : ColorSystemSupport.Detect,
        });
        return await console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn())
            .StartAsync(bars => work(new BarProgress(bars)));
    }
}
