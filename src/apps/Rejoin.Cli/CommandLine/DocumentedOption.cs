using System.CommandLine;

namespace Rejoin.Cli;

/// <summary>An option whose default is not a value but a sentence, such as "all scenarios".</summary>
internal sealed class DocumentedOption<T> : Option<T>, IDocumentedOption
{
    /// <summary>The option; its help shows both texts.</summary>
    /// <param name="name">Name.</param>
    /// <param name="what">What it does; ends with a full stop.</param>
    /// <param name="standard">What holds if it is not given; null = nothing that is worth a word.</param>
    public DocumentedOption(string name, string what, string? standard)
        : base(name)
    {
        (What, Standard) = (what, standard);
        Description = standard is null ? what : $"{what} Default: {standard}.";
    }

    /// <inheritdoc/>
    public string What { get; }

    /// <inheritdoc/>
    public string? Standard { get; }
}
