using System.Text.Json.Serialization;

namespace Rejoin.Cli;

/// <summary>The page of one finding: what it means and what to do.</summary>
internal sealed record Runbook
{
    /// <summary>Id of the check.</summary>
    public required string Id { get; init; }

    /// <summary>Failure in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Severity of a finding, as <c>run.json</c> has it.</summary>
    public required string Severity { get; init; }

    /// <summary>Property that holds of a service which passes: one sentence.</summary>
    public required string Property { get; init; }

    /// <summary>Scenarios that judge it.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Planted bugs that it catches; none if there cannot be any.</summary>
    public required IReadOnlyList<string> Planted { get; init; }

    /// <summary>Rehearsals: date, outcome and command of each; or the words <c>not rehearsed</c> and why.</summary>
    public required IReadOnlyList<string> Rehearsed { get; init; }

    /// <summary>First action in one paragraph of Markdown: at most five minutes, reversible, with its risk.</summary>
    public required string FirstAction { get; init; }

    /// <summary>Parts of the page in their order.</summary>
    public required IReadOnlyList<RunbookSection> Sections { get; init; }

    /// <summary>The page as it was written.</summary>
    [JsonIgnore]
    public string Markdown { get; init; } = "";

    /// <summary>The page without its front matter.</summary>
    [JsonIgnore]
    public string Body { get; init; } = "";
}
