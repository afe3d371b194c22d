using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Rejoin.Checks;

/// <summary>Reads contract files, strictly: everything that is wrong is reported, all at once.</summary>
/// <remarks>Source: docs/reference/contract.md.</remarks>
public static class ContractReader
{
    /// <summary>Most characters of a contract file.</summary>
    public const int MaximumCharacters = 262_144;

    private const int MaximumDepth = 16;

    /// <summary>Contract in a file, or everything that is wrong with it; a file that cannot be read is an error
    /// too.</summary>
    public static ContractReadResult ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (new FileInfo(path).Length > MaximumCharacters)
            {
                return Failed(path, 0, $"is longer than {MaximumCharacters} bytes");
            }

            return Read(File.ReadAllText(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failed(path, 0, $"cannot be read: {exception.Message}");
        }
    }

    /// <summary>Contract in a text, or everything that is wrong with it.</summary>
    /// <param name="text">YAML, at most <see cref="MaximumCharacters"/> characters.</param>
    /// <param name="name">Name of the file, for errors.</param>
    public static ContractReadResult Read(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaximumCharacters)
        {
            return Failed(name, 0, $"is longer than {MaximumCharacters} characters");
        }

        try
        {
            if (Unacceptable(text) is var (line, problem))
            {
                return Failed(name, line, problem);
            }

            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode root
                ? new ContractParser(name).Parse(root)
                : Failed(name, 1, "is not one YAML mapping of keys to values");
        }
        catch (YamlException exception)
        {
            return Failed(name, (int)exception.Start.Line, $"is not valid YAML: {exception.Message}");
        }
    }

    /// <summary>Nesting and aliases are refused before the tree is built, since building it is recursive.</summary>
    private static (int Line, string Problem)? Unacceptable(string text)
    {
        var parser = new Parser(new StringReader(text));
        var (depth, line) = (0, 1);
        try
        {
            while (parser.MoveNext())
            {
                line = (int)parser.Current!.Start.Line;
                depth += parser.Current.NestingIncrease;
                if (depth > MaximumDepth + 2)
                {
                    return (line, $"is nested deeper than {MaximumDepth} levels");
                }

                if (parser.Current is AnchorAlias)
                {
                    return (line, "uses a YAML alias (*name), which contracts do not");
                }
            }
        }
        catch (InvalidOperationException)
        {
            return (line, "is not valid YAML: something that was opened here or above is not closed");
        }

        return null;
    }

    private static ContractReadResult Failed(string file, int line, string problem) =>
        new() { Errors = [new ContractError { File = file, Line = line, Key = "", Problem = problem }] };
}
