using System.Text;
using System.Text.Unicode;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Rejoin.Checks;

/// <summary>The one mapping that a YAML file holds, read with limits: what is wrong is an error, not an
/// exception.</summary>
internal static class YamlFile
{
    /// <summary>Most characters of a file.</summary>
    public const int MaximumCharacters = 262_144;

    private const int MaximumDepth = 16;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Mapping in a file, or why there is none.</summary>
    public static (YamlMappingNode? Root, YamlError? Error) ReadFile(string path)
    {
        try
        {
            return new FileInfo(path).Length > MaximumCharacters
                ? Failed(path, 0, $"is longer than {MaximumCharacters} bytes")
                : Read(File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failed(path, 0, $"cannot be read: {exception.Message}");
        }
    }

    /// <summary>Mapping in the bytes of a file, or why there is none.</summary>
    public static (YamlMappingNode? Root, YamlError? Error) Read(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith(ByteOrderMark))
        {
            bytes = bytes[ByteOrderMark.Length..];
        }

        return Utf8.IsValid(bytes)
            ? Read(Encoding.UTF8.GetString(bytes), name)
            : Failed(name, 0, "is not UTF-8: save it in that encoding");
    }

    /// <summary>Mapping in a text, or why there is none.</summary>
    public static (YamlMappingNode? Root, YamlError? Error) Read(string text, string name)
    {
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
                ? (root, null)
                : Failed(name, 1, "is not one YAML mapping of keys to values");
        }
        catch (YamlException exception)
        {
            return Failed(name, (int)exception.Start.Line, $"is not valid YAML: {exception.Message}");
        }
        catch (Exception exception) when (IsOfParser(exception))
        {
            return Failed(name, 0, "is not valid YAML: it holds an escape, a directive or a tag that cannot be read");
        }
    }

    /// <summary>What the parser throws beside its own exception, at half a surrogate pair for instance.</summary>
    private static bool IsOfParser(Exception exception) =>
        exception is ArgumentException or InvalidOperationException or FormatException or OverflowException;

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
                    return (line, "uses a YAML alias (*name), which is not allowed here");
                }
            }
        }
        catch (InvalidOperationException)
        {
            return (line, "is not valid YAML: something that was opened here or above is not closed");
        }

        return null;
    }

    private static (YamlMappingNode? Root, YamlError? Error) Failed(string file, int line, string problem) =>
        (null, new YamlError { File = file, Line = line, Key = "", Problem = problem });
}
