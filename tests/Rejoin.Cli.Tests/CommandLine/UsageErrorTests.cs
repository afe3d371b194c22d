namespace Rejoin.Cli.Tests.CommandLine;

/// <summary>Every kind of wrong command line with its whole message, in one file that people read.</summary>
public sealed class UsageErrorTests
{
    private static readonly string[] CommandLines =
    [
        "",
        "rnu",
        "list",
        "list chekcs",
        "completion",
        "completion csh",
        "run --sed 3",
        "run --token=value-that-is-not-repeated",
        "run --token value-that-is-not-repeated",
        "run out",
        "run --seed",
        "run --seed --rounds 3",
        "run --out --force",
        "run --seed 0xZZ",
        "run --seed 1 --seed 2",
        "run --rounds 0",
        "run --rounds 1.5",
        "run --trials many",
        "run --paralel 2 --rounds x --seed y",
        "run --json=true",
        "run --scenario histroy",
        "run --scenario nothing-like-it --scenario agent-stat",
        "run --sabotage lose-aked",
        "run --sabotage lose-acked --target ws://127.0.0.1:9/ws",
        "run --target http://127.0.0.1/",
        "run --target ws://ada:secret@127.0.0.1/ws",
        "run --token-command true",
        "run --trial 3",
        "run --trial 3 --seed 1",
        "run --contract there-is-no-such-contract.yaml",
        "run --out=",
        "check",
        "check there-is-no-such-folder",
        "check one two",
        "serve --port 70000",
        "serve --config there-is-no-such-file.json",
        "serve",
    ];

    [Fact]
    public async Task Every_message_is_the_one_that_people_approved()
    {
        var text = new StringWriter();
        foreach (var line in CommandLines)
        {
            var (code, output, error) = await Spoken.RunAsync(
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(64, code);

            // With --json an error is a document on standard output too.
            Assert.Equal(line.Contains("--json", StringComparison.Ordinal), output.Length > 0);
            Assert.DoesNotContain("value-that-is-not-repeated", error, StringComparison.Ordinal);
            text.Write($"$ {$"rejoin {line}".TrimEnd()}\n{error}\n");
        }

        Approved.Matches("tests/Rejoin.Cli.Tests/CommandLine/usage-errors.txt", text.ToString());
    }
}
