namespace Rejoin.Cli;

/// <summary>What the environment says about colour.</summary>
/// <remarks>Sources: no-color.org, bixense.com/clicolors, force-color.org. An empty variable says nothing.</remarks>
internal static class ColourWish
{
    /// <summary>True = colour also into files and pipes, false = none, null = as the stream is.</summary>
    /// <param name="variable">Value of an environment variable; null = not set.</param>
    public static bool? Of(Func<string, string?> variable)
    {
        if (IsSet("NO_COLOR") || variable("FORCE_COLOR") is "0" or "false")
        {
            return false;
        }

        if (IsSet("FORCE_COLOR") || (IsSet("CLICOLOR_FORCE") && variable("CLICOLOR_FORCE") != "0"))
        {
            return true;
        }

        return variable("CLICOLOR") == "0" || variable("TERM") == "dumb" ? false : null;

        bool IsSet(string name) => !string.IsNullOrEmpty(variable(name));
    }
}
