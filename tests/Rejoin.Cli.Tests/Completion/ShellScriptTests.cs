using System.Diagnostics;

namespace Rejoin.Cli.Tests.Completion;

/// <summary>The scripts in the shells that they are for; a shell that this machine lacks is skipped with its
/// name.</summary>
public sealed class ShellScriptTests
{
    // Each asks the shell's own machinery what it would offer for a line.
    private const string Bash = """
        source "$1"
        COMP_LINE=$2 COMP_POINT=${#2}
        read -ra COMP_WORDS <<<"$2"
        if [[ $2 == *' ' ]]; then COMP_WORDS+=(''); fi
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        spec=$(complete -p rejoin)
        [[ $spec == *'-F _rejoin_complete'* ]] || exit 3
        _rejoin_complete
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    private const string Zsh = """
        compdef() { :; }
        _files() { print -r -- FILES; }
        compadd() { local -a all; all=("${(@P)2}"); print -rl -- ${(M)all:#${words[CURRENT]}*}; }
        source "$1"
        words=("${(@s: :)2}")
        CURRENT=${#words}
        _rejoin
        """;

    private const string Fish = """
        source $argv[1]
        complete --do-complete $argv[2]
        """;

    private const string Pwsh = """
        param($script, $line)
        . $script
        [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches |
            ForEach-Object { $_.CompletionText }
        """;

    public static TheoryData<string, string, string> Shells => new()
    {
        { "bash", "bash", Bash }, { "zsh", "zsh", Zsh }, { "fish", "fish", Fish }, { "pwsh", "pwsh", Pwsh },
    };

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_shell_offers_commands_options_and_values(string shell, string program, string driver)
    {
        Assert.SkipUnless(IsThere(program), $"{shell} is not on this machine");
        using var folder = new TemporaryFolder();
        var script = folder[$"rejoin.{(shell == "pwsh" ? "ps1" : shell)}"];
        var completion = await Tool.RunAsync(["completion", shell]);
        Assert.Equal((0, string.Empty), (completion.ExitCode, completion.Error));
        await File.WriteAllTextAsync(script, completion.Output, TestContext.Current.CancellationToken);
        var test = folder[shell == "pwsh" ? "driver.ps1" : "driver"];
        await File.WriteAllTextAsync(test, driver, TestContext.Current.CancellationToken);

        Assert.Equal(["run"], await OfferedAsync(program, test, script, "rejoin ru"));
        Assert.Equal(["--scenario"], await OfferedAsync(program, test, script, "rejoin run --sc"));
        Assert.Equal(["history"], await OfferedAsync(program, test, script, "rejoin run --scenario h"));
        Assert.Contains("lose-acked", await OfferedAsync(program, test, script, "rejoin run --sabotage "));
    }

    [Fact]
    public async Task Every_shell_has_its_script()
    {
        foreach (var shell in Shell.All)
        {
            var (code, output, _) = await CommandLine.Spoken.RunAsync("completion", shell.Name);
            Assert.Equal(0, code);
            Assert.Contains($"Made by: rejoin completion {shell.Name}", output, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', output);
        }
    }

    private static async Task<string[]> OfferedAsync(string program, string driver, string script, string line)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] options = program == "pwsh" ? ["-NoProfile", "-NonInteractive", "-File", driver] : [driver];
        foreach (var argument in (string[])[.. options, script, line])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PATH"] =
            Path.GetDirectoryName(Tool.Executable) + Path.PathSeparator + start.Environment["PATH"];
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, string.Empty), (process.ExitCode, await error));

        // fish tells a description behind a tab.
        return
        [
            .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(each => each.Split('\t')[0]),
        ];
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
