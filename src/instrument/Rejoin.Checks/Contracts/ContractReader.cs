using YamlDotNet.RepresentationModel;

namespace Rejoin.Checks;

/// <summary>Reads contract files, strictly: everything that is wrong is reported, all at once.</summary>
/// <remarks>Source: docs/reference/contract.md.</remarks>
public static class ContractReader
{
    /// <summary>Most characters of a contract file.</summary>
    public const int MaximumCharacters = YamlFile.MaximumCharacters;

    /// <summary>Contract in a file, or everything that is wrong with it; a file that cannot be read is an error
    /// too.</summary>
    public static ContractReadResult ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parse(path, YamlFile.ReadFile(path));
    }

    /// <summary>Contract in a text, or everything that is wrong with it.</summary>
    /// <param name="text">YAML, at most <see cref="MaximumCharacters"/> characters.</param>
    /// <param name="name">Name of the file, for errors.</param>
    public static ContractReadResult Read(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(name, YamlFile.Read(text, name));
    }

    private static ContractReadResult Parse(string name, (YamlMappingNode? Root, YamlError? Error) file) =>
        file.Root is { } root
            ? new ContractParser(name).Parse(root)
            : new() { Errors = [file.Error!] };
}
