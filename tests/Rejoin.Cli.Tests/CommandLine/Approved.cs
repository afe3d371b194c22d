namespace Rejoin.Cli.Tests;

/// <summary>Files of the repository that are made from the code and looked at by people.</summary>
internal static class Approved
{
    private const string Variable = "REJOIN_WRITE_DOCS";

    /// <summary>Root of the repository: the folder of the solution, above this executable.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Text of a file of the repository; empty if there is none.</summary>
    public static string Read(string path)
    {
        var file = Path.Combine(Root, path);
        return File.Exists(file) ? File.ReadAllText(file) : string.Empty;
    }

    /// <summary>Fails if a file of the repository is not this text. With REJOIN_WRITE_DOCS=1 the file is written
    /// anew instead.</summary>
    public static void Matches(string path, string text)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            var file = Path.Combine(Root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        var (approved, made) = (Read(path).Split('\n'), text.Split('\n'));
        var line = approved.Zip(made).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            approved.SequenceEqual(made),
            $"{path}:{line + 1} is not what the code says. Look at the difference, then write it anew: "
            + $"{Variable}=1 ./test e2e\n  there: {approved.ElementAtOrDefault(line) ?? "the end"}\n"
            + $"  code:  {made.ElementAtOrDefault(line) ?? "the end"}");
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Rejoin.slnx"))
        ? folder
        : Above(Path.GetDirectoryName(folder)
            ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}
