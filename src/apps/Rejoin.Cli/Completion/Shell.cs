namespace Rejoin.Cli;

/// <summary>A shell that can complete the arguments of this tool.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Title">Name in sentences.</param>
/// <param name="Install">Command that makes completion permanent.</param>
internal sealed record Shell(string Name, string Title, string Install)
{
    /// <summary>Every shell that there is a script for.</summary>
    public static IReadOnlyList<Shell> All { get; } =
    [
        new("bash", "bash", "rejoin completion bash > ~/.local/share/bash-completion/completions/rejoin"),
        new("zsh", "zsh", "rejoin completion zsh > ~/.zsh/completions/_rejoin"),
        new("fish", "fish", "rejoin completion fish > ~/.config/fish/completions/rejoin.fish"),
        new("pwsh", "PowerShell", "rejoin completion pwsh >> $PROFILE"),
    ];

    /// <summary>The script, as a resource of this assembly.</summary>
    public string Script()
    {
        using var stream = typeof(Shell).Assembly.GetManifestResourceStream($"Completion.rejoin.{Name}")
            ?? throw new System.Diagnostics.UnreachableException($"There is no script for {Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
