using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The conversation that an argument names: one of the tool's own, or a file.</summary>
internal static class ConversationSource
{
    public static ConversationScript Read(string name)
    {
        if (ConversationCatalogue.Find(name) is { } known)
        {
            return known;
        }

        if (!File.Exists(name))
        {
            throw new RejoinException(
                $"--conversation is '{name}': there is no such conversation, and no file of that name.",
                $"Give a file, or one of: {string.Join(", ", ConversationCatalogue.All.Select(each => each.Id))}.");
        }

        var read = ScriptReader.ReadFile(name);
        return read.Script ?? throw new RejoinException(
            "The conversation cannot be read:"
                + string.Concat(read.Errors.Select(error => Environment.NewLine + "  " + error)),
            "Mend the file; docs/reference/conversations.md describes the format.");
    }
}
