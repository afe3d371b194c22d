using System.Globalization;

namespace Rejoin.Checks.Tests;

public sealed class ContractReaderTests
{
    public static TheoryData<string> Valid => [.. Names("valid")];

    public static TheoryData<string> Invalid => [.. Names("invalid")];

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_contract_is_read_and_survives_being_written(string name)
    {
        var read = ContractReader.ReadFile(Path("valid", name + ".yaml"));
        Assert.Empty(read.Errors);
        var again = ContractReader.Read(ContractWriter.Write(read.Contract!), "again.yaml");
        Assert.Empty(again.Errors);
        Assert.Equivalent(read.Contract, again.Contract, strict: true);
    }

    /// <summary>With REJOIN_WRITE_VECTORS=1 the errors are written anew.</summary>
    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_contract_gives_all_its_errors_at_once(string name)
    {
        var read = ContractReader.Read(File.ReadAllText(Path("invalid", name + ".yaml")), "FILE");
        Assert.Null(read.Contract);
        var errors = string.Concat(read.Errors.Select(error => error + "\n"));
        var known = Path("invalid", name + ".errors.txt");
        if (Environment.GetEnvironmentVariable("REJOIN_WRITE_VECTORS") == "1")
        {
            File.WriteAllText(known, errors);
        }

        Assert.Equal(File.ReadAllText(known), errors);
    }

    [Fact]
    public void A_minimal_contract_promises_nothing_but_isolation()
    {
        var contract = ContractReader.ReadFile(Path("valid", "minimal.yaml")).Contract!;
        Assert.Equivalent(new Contract { Service = "chat" }, contract, strict: true);
        var judged = CheckCatalogue.All.Where(check => check.Check?.NotJudgedBecause(contract) is null)
            .Select(check => check.Id);
        Assert.Equal(["RJ106", "RJ115", "RJ116", "RJ205", "RJ207", "RJ401", "RJ402", "RJ701", "RJ702", "RJ801", "RJ802",
            "RJ803", "RJ804", "RJ901", "RJ902", "RJ903"], judged);
    }

    [Fact]
    public void Values_are_read_as_written()
    {
        var contract = ContractReader.ReadFile(Path("valid", "full.yaml")).Contract!;
        Assert.Equal(TimeSpan.FromSeconds(90), contract.Windows.Medium);
        Assert.Equal(TimeSpan.FromMilliseconds(500), contract.Windows.Brief);
        Assert.Equal([4001, 4002], contract.CloseCodes.Superseded);
        Assert.Equal((99.9, 0.95), (contract.Objectives[0].Percentile, contract.Objectives[1].Confidence));
        Assert.Equal((0.25, AbsenceWindow.Medium), (contract.Windows.QuickScale, contract.Objectives[2].Absence));
        Assert.Equal([0.25, 2, 0.0015, 1.25, 0.995, 1, 0.075, 0.0005],
            contract.Objectives.Select(objective => objective.Limit));
    }

    [Theory]
    [InlineData("1.2147483648ms", 12_147)]
    [InlineData("0.0012147s", 12_147)]
    [InlineData("59999.9999ms", 599_999_999)]
    public void A_limit_keeps_every_tick_when_it_is_written_and_read_again(string limit, long ticks)
    {
        var contract = ContractReader.Read(WithLimit(limit), "limit.yaml").Contract!;

        var again = ContractReader.Read(ContractWriter.Write(contract), "again.yaml").Contract!;

        Assert.Equal(ticks, Math.Round(contract.Objectives[0].Limit * TimeSpan.TicksPerSecond));
        Assert.Equal(contract.Objectives[0], again.Objectives[0]);
    }

    [Theory]
    [InlineData("1000000000h")]
    [InlineData("79228162514264337593543950335h")]
    public void A_duration_that_no_clock_can_hold_is_one_error(string limit) =>
        Assert.Single(ContractReader.Read(WithLimit(limit), "limit.yaml").Errors);

    [Fact]
    public void A_file_that_is_not_there_is_one_error()
    {
        var error = Assert.Single(ContractReader.ReadFile(Path("valid", "nowhere.yaml")).Errors);
        Assert.Contains("cannot be read", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\u2028")]
    [InlineData("\\u2029 \\\"")]
    [InlineData("\\uFEFF")]
    [InlineData(" \\\\ \\u2028 ' ")]
    public void A_line_separator_in_a_name_survives_being_written(string escape)
    {
        var read = ContractReader.Read($"schema: rejoin.contract/1\nservice: \"a{escape}b\"\n", "x.yaml");
        Assert.Empty(read.Errors);
        var again = ContractReader.Read(ContractWriter.Write(read.Contract!), "again.yaml");
        Assert.Equal(read.Contract!.Service, again.Contract?.Service);
    }

    [Theory]
    [InlineData("\\udc00\\ud800")]
    [InlineData("\\ud800\\ud800")]
    [InlineData("\\ud800")]
    [InlineData("\\Uffffffff")]
    public void Half_of_a_surrogate_pair_is_refused(string escape) => Assert.NotEmpty(
        ContractReader.Read($"schema: rejoin.contract/1\nservice: \"a{escape}b\"\n", "x.yaml").Errors);

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused()
    {
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("rejoin-").FullName, "latin.yaml");
        File.WriteAllBytes(path, [.. "schema: rejoin.contract/1\nservice: caf"u8, 0xE9, 0x0A]);
        Assert.Equal("is not UTF-8: save it in that encoding",
            Assert.Single(ContractReader.ReadFile(path).Errors).Problem);
        Directory.Delete(System.IO.Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused() =>
        Assert.Single(ContractReader.Read(new string('#', ContractReader.MaximumCharacters + 1), "long.yaml").Errors);

    [Fact]
    public void The_built_in_contract_promises_every_check_something()
    {
        var contract = BuiltInContracts.Reference();
        Assert.All(CheckCatalogue.All, check => Assert.Null(check.Check?.NotJudgedBecause(contract)));
        Assert.Equal((3, 5), (contract.Progress.Frames, contract.Progress.Connections));
        Assert.Equal(MoveReport.Reported, contract.Moves);
        Assert.Equal(
            [
                "history-restored p95 < 1 s", "same-from-elsewhere p50 < 1.1", "no-failed-resume > 1",
                "heap-steady < 0.05", "latency-steady < 0.02", "brief-restored p95 < 0.5 s brief",
                "medium-restored p95 < 2 s medium", "medium-context > 0.95 medium",
            ],
            contract.Objectives.Select(Shown));
    }

    private static string Shown(Objective objective) => string.Create(CultureInfo.InvariantCulture,
        $"{objective.Id}{(objective.Percentile is { } p ? $" p{p}" : "")} "
            + $"{(objective.Direction == LimitDirection.Above ? '>' : '<')} {objective.Limit}"
            + $"{(objective.Unit == LimitUnit.Seconds ? " s" : "")} {objective.Absence}").TrimEnd().ToLowerInvariant();

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path(folder), "*.yaml")
            .Select(file => System.IO.Path.GetFileNameWithoutExtension(file)!).Order();

    private static string Path(params string[] parts) => Repository.Path(["vectors", "contracts", .. parts]);

    private static string WithLimit(string limit) =>
        "schema: rejoin.contract/1\nservice: any\nobjectives:\n  - { id: any, scenario: history, "
        + $"measure: resume-latency, percentile: 50, limit: {limit} }}\n";
}
