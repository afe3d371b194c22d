using Rejoin.Checks;
using YamlDotNet.RepresentationModel;

namespace Rejoin.Runner;

/// <summary>Reads conversation files, strictly: everything that is wrong is reported, all at once.</summary>
/// <remarks>Source: docs/reference/conversations.md.</remarks>
public static class ScriptReader
{
    /// <summary>Conversation in a file, or everything that is wrong with it.</summary>
    /// <param name="path">Path of the file; one that cannot be read is an error too.</param>
    public static ScriptReadResult ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = YamlFile.ReadFile(path);
        return file.Root is null ? new() { Errors = [file.Error!] } : Read(File.ReadAllText(path), path);
    }

    /// <summary>Conversation in a text, or everything that is wrong with it.</summary>
    /// <param name="text">YAML, at most 262 144 characters.</param>
    /// <param name="name">Name of the file, for errors.</param>
    public static ScriptReadResult Read(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        (YamlMappingNode? root, var error) = YamlFile.Read(text, name);
        return root is null ? new() { Errors = [error!] } : new ScriptParser(name, text).Parse(root);
    }
}
