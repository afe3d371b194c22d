namespace Rejoin.Checks;

/// <summary>Contracts that come with the instrument.</summary>
public static class BuiltInContracts
{
    /// <summary>Text of the reference service's contract: a YAML file with comments, fit to start one's own
    /// from.</summary>
    public static string ReferenceText()
    {
        using var stream = typeof(BuiltInContracts).Assembly.GetManifestResourceStream("Contracts.reference.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>What the reference service promises. Source: protocol.md.</summary>
    public static Contract Reference()
    {
        var result = ContractReader.Read(ReferenceText(), "reference.yaml");
        return result.Contract
            ?? throw new System.Diagnostics.UnreachableException(string.Join(Environment.NewLine, result.Errors));
    }

    /// <summary>What of that can be seen from outside, at a service whose counts and audit log are not shown: no
    /// counters, no moves, no growth of the heap.</summary>
    public static Contract ReferenceFromOutside()
    {
        var contract = Reference();
        return contract with
        {
            Moves = null,
            Reads = [.. contract.Reads.Where(read => read != ReadKind.Counters)],
            Objectives =
            [
                .. contract.Objectives.Where(objective => objective.Measure != ObjectiveMeasure.HeapGrowth),
            ],
        };
    }
}
