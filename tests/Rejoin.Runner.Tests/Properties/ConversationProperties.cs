using System.Text;
using CsCheck;
using Rejoin.Checks;
using Rejoin.Faults.Tests;
using Rejoin.Properties;

namespace Rejoin.Runner.Tests;

/// <summary>Any text is a conversation or its errors, and a conversation that is read can be played.</summary>
public sealed class ConversationProperties
{
    private const int LongestErrors = 200_000;

    private static readonly Corpus Files = new(
        Repository.Path("vectors", "corpus", "conversations"),
        Directory.EnumerateFiles(
            Repository.Path("src", "instrument", "Rejoin.Runner", "Conversations", "BuiltIn"), "*.yaml")
            .Order(StringComparer.Ordinal));

    private static readonly string[] Steps =
    [
        "do: connect", "do: resume", "do: drop", "do: crash", "do: restart", "do: leave", "do: history",
        "do: context", "do: effects", "do: refresh", "do: say, text: a", "do: say, text: a, length: 9, wait: none",
        "do: set, key: k, place: away", "do: start, workflow: w, wait: ack", "away: 5s",
    ];

    public static TheoryData<string> Kept => [.. Files.Kept.Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_file_is_read_or_refused(string name) =>
        ReadOrRefuse(File.ReadAllBytes(Repository.Path("vectors", "corpus", "conversations", name)));

    [Fact]
    public void Any_bytes_are_read_or_refused() => Files.Try(10_000, ReadOrRefuse);

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String[Gen.Char, 0, 60].Try(
        text => AssertOne(ScriptReader.Read(text, "any.yaml")), 5_000);

    [Fact(Explicit = true)]
    public void Any_bytes_are_read_or_refused_hundreds_of_thousands_of_times() => Files.Try(200_000, ReadOrRefuse);

    [Fact]
    public void Steps_in_any_order_are_read_if_each_is_possible_where_it_stands() =>
        Gen.Int[0, Steps.Length - 1].Array[1, 12].Try(
            chosen =>
            {
                var read = ScriptReader.Read(FileOf(chosen.Select(each => Steps[each])), "any.yaml");
                AssertOne(read);
                Assert.All(read.Errors, error => Assert.Contains("does not fit here", error.Problem,
                    StringComparison.Ordinal));
                Assert.Equal(IsPossible(chosen.Select(each => Steps[each])), read.Script is not null);
            },
            5_000);

    private static string FileOf(IEnumerable<string> steps) =>
        "schema: rejoin.conversation/1\nid: any\nsummary: Any.\nsessions:\n  - session: s1\n    steps:\n"
        + string.Concat(steps.Select(step => $"      - {{ {step} }}\n"));

    /// <summary>The rule in other words than the reader's: whether the client has a connection, a session and a memory
    /// decides.</summary>
    private static bool IsPossible(IEnumerable<string> steps)
    {
        var (hasSession, isOpen, hasMemory, isOver) = (false, false, true, false);
        foreach (var step in steps)
        {
            var possible = !isOver && step.Split(',')[0] switch
            {
                "do: connect" => !hasSession,
                "do: resume" => hasSession && !isOpen && hasMemory,
                "do: restart" => !hasMemory,
                "do: crash" => hasSession && hasMemory,
                "away: 5s" => hasSession && !isOpen,
                _ => isOpen,
            };
            if (!possible)
            {
                return false;
            }

            hasSession = true;
            isOpen = step switch
            {
                "do: connect" or "do: resume" => true,
                "do: drop" or "do: crash" => false,
                _ => isOpen,
            };
            hasMemory = step != "do: crash" && (hasMemory || step == "do: restart");
            isOver = step == "do: leave";
        }

        return true;
    }

    private static void ReadOrRefuse(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        AssertOne(Bounded.Read(bytes.Length, () => ScriptReader.Read(text, "any.yaml")));
    }

    private static void AssertOne(ScriptReadResult read)
    {
        Assert.NotEqual(read.Script is null, read.Errors.Count == 0);
        Assert.InRange(read.Errors.Sum(error => (long)error.ToString().Length), 0, LongestErrors);
        if (read.Script is { } script)
        {
            Assert.All(script.Sessions, session => Assert.Equal(Operation.Connect, session.Steps[0].Do));
            Assert.Equal(script.Sessions.Count, script.Sessions.Select(session => session.Session).Distinct().Count());
        }
    }
}
