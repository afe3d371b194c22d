using Rejoin.Drivers;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The scenarios that a driver can carry out.</summary>
internal static class DrivableScenarios
{
    /// <summary>Those that can be carried out, and a sentence for each that is not judged.</summary>
    /// <param name="wanted">Ids.</param>
    /// <param name="driver">What the driver can do.</param>
    /// <param name="areNamed">Whether the user named them: then each must be possible.</param>
    /// <exception cref="RejoinException">One that was named, or every one, needs more than the driver
    /// offers.</exception>
    public static (IReadOnlyList<string> Ids, IReadOnlyList<string> Left) Of(
        IReadOnlyList<string> wanted, DriverDescription driver, bool areNamed)
    {
        var left = wanted
            .Select(id => (Id: id, Missing: ScenarioCatalogue.MissingOperations(id, driver)))
            .Where(each => each.Missing.Count > 0)
            .Select(each => (each.Id, Text: $"Scenario '{each.Id}' is not judged: it needs "
                + $"{string.Join(", ", each.Missing)}, which the driver '{driver.Name}' does not offer."))
            .ToList();
        if (left.Count > 0 && (areNamed || left.Count == wanted.Count))
        {
            throw new RejoinException(
                string.Join('\n', left.Select(each => each.Text)),
                "Run other scenarios, or let the driver offer these operations.");
        }

        return ([.. wanted.Except(left.Select(each => each.Id))], [.. left.Select(each => each.Text)]);
    }
}
