using Rejoin.Runner;
using Spectre.Console;

namespace Rejoin.Cli;

/// <summary>The choice of progress: bars on a terminal, lines elsewhere, a line for each trial when verbose, nothing
/// when quiet.</summary>
internal static class Progress
{
    private const int NarrowestWithBar = 90;

    /// <summary>Does the work while its progress is shown on standard error.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="verbosity">How much.</param>
    /// <param name="noColour">Whether the command was given <c>--no-color</c>.</param>
    /// <param name="folder">Folder of the run.</param>
    /// <param name="work">Work.</param>
    public static async Task<T> ShowAsync<T>(
        Terminal terminal, Verbosity verbosity, bool noColour, RunFolder folder, Func<IRunObserver, Task<T>> work)
    {
        var time = TimeProvider.System;
        if (verbosity == Verbosity.Quiet)
        {
            return await work(new SilentProgress());
        }

        if (verbosity == Verbosity.Verbose)
        {
            return await work(new VerboseProgress(terminal.Error, folder, time));
        }

        if (!terminal.ErrorIsTerminal)
        {
            return await work(new PlainProgress(terminal.Error, time));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Error),
            ColorSystem = terminal.IsColoured(terminal.ErrorIsTerminal, noColour)
                ? ColorSystemSupport.Detect
                : ColorSystemSupport.NoColors,
        });
        return await console.Progress()
            .AutoClear(true)
            .Columns(ColumnsOf(terminal.Width))
            .StartAsync(bars => work(new BarProgress(bars, time)));
    }

    /// <summary>The bar is the first to go where there is little room.</summary>
    private static ProgressColumn[] ColumnsOf(int width)
    {
        var text = new TaskDescriptionColumn { Alignment = Justify.Left };
        return width < NarrowestWithBar
            ? [text, new PercentageColumn()]
            : [text, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()];
    }
}
