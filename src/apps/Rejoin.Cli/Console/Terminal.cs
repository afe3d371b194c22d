using System.Globalization;
using Rejoin.Reports;

namespace Rejoin.Cli;

/// <summary>The two output streams of the process, and what may be written to them.</summary>
internal sealed record Terminal
{
    private const int PipeWidth = 100;
    private const int WidestText = 120;

    /// <summary>Standard output: results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error: progress and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person reads the results as they come.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads the progress as it comes, on a terminal that can move its cursor.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the results.</summary>
    public int Width { get; init; } = PipeWidth;

    /// <summary>Whether the environment asks for colour or for none; null = it does not say.</summary>
    public bool? ColourWanted { get; init; }

    /// <summary>Whether the environment asks for the trace of our own errors (<c>REJOIN_DEBUG</c>).</summary>
    public bool Debug { get; init; }

    /// <summary>The streams of this process.</summary>
    public static Terminal OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        Width = Columns(),
        ColourWanted = ColourWish.Of(Environment.GetEnvironmentVariable),
        Debug = Is("REJOIN_DEBUG"),
    };

    /// <summary>How results look.</summary>
    /// <param name="noColour">Whether the command was given <c>--no-color</c>.</param>
    public ReportStyle Style(bool noColour) => new(Width, IsColoured(OutputIsTerminal, noColour));

    /// <summary>Whether a stream gets colours: the option goes before the environment, that before the
    /// stream.</summary>
    /// <param name="isTerminal">Whether the stream is a terminal.</param>
    /// <param name="noColour">Whether the command was given <c>--no-color</c>.</param>
    public bool IsColoured(bool isTerminal, bool noColour) => !noColour && (ColourWanted ?? isTerminal);

    private static bool Is(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    /// <summary>COLUMNS if it is set, else the terminal's width, else that of a pipe.</summary>
    private static int Columns()
    {
        var wanted = Environment.GetEnvironmentVariable("COLUMNS");
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0)
        {
            return Math.Min(columns, WidestText);
        }

        return Console.IsOutputRedirected || Console.WindowWidth < 1
            ? PipeWidth
            : Math.Min(Console.WindowWidth, WidestText);
    }
}
