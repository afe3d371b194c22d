using System.Reflection;
using Rejoin.Checks;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>The pages of <c>docs/runbooks</c>, which are built into the tool.</summary>
internal static class RunbookCatalogue
{
    private const string Start = "Runbooks.";
    private const string End = ".md";
    private const int Nearest = 3;

    /// <summary>Every id that has a page, in order.</summary>
    public static IReadOnlyList<string> Ids() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Start, StringComparison.Ordinal))
            .Select(name => name[Start.Length..^End.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The page of an id.</summary>
    public static Runbook Read(string id)
    {
        var name = $"{Start}{id}{End}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The page '{name}' is not in the tool.");
        using var reader = new StreamReader(stream);
        return RunbookReader.Read(reader.ReadToEnd(), $"{id}{End}");
    }

    /// <summary>The pages that were asked for, in that order, each once; ids in any case, also with commas.</summary>
    /// <exception cref="RejoinException">One of them does not exist; the hint names the nearest.</exception>
    public static IReadOnlyList<Runbook> Find(IEnumerable<string> asked)
    {
        var ids = Ids();
        var names = asked.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries))
            .Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var unknown = names.Where(name => !ids.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count > 0)
        {
            var near = unknown.SelectMany(name => Near(ids, name)).Distinct().ToList();
            throw new RejoinException(
                $"There is no finding {string.Join(", ", unknown.Select(name => $"'{name}'"))}.",
                (near.Count > 0 ? $"Did you mean {string.Join(", ", near)}? " : "")
                    + "'rejoin explain' lists every id.");
        }

        return [.. names.Select(name => Read(name.ToUpperInvariant()))];
    }

    /// <summary>Ids that somebody may have meant: that of a name, else the nearest numbers.</summary>
    private static IEnumerable<string> Near(IReadOnlyList<string> ids, string asked)
    {
        var digits = string.Concat(asked.Where(char.IsAsciiDigit));
        if (digits.Length == 3)
        {
            var number = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
            return ids.OrderBy(id => Math.Abs(int.Parse(
                id[2..], System.Globalization.CultureInfo.InvariantCulture) - number)).Take(Nearest);
        }

        return CheckCatalogue.All.Where(check => asked.Length > 2
            && check.Name.Contains(asked, StringComparison.OrdinalIgnoreCase)).Select(check => check.Id).Take(Nearest);
    }
}
