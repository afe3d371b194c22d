namespace Rejoin.House.Tests;

public sealed class ArchitectureTests
{
    private const string Table = """
        # Architecture

        | project | may reference |
        |---|---|
        | `Protocol`, `Faults` | nothing of ours |
        | `Server` | `Protocol` |
        | `Cli` | anything |
        """;

    [Fact]
    public void References_are_those_of_the_table() =>
        Complaint.AssertNone(ArchitectureScan.Run(RepositoryFiles.Under(RepositoryFiles.Root)));

    [Fact]
    public void Every_project_is_in_the_solution() =>
        Complaint.AssertNone(SolutionScan.Run(RepositoryFiles.Under(RepositoryFiles.Root)));

    [Fact]
    public void A_sound_house_has_no_complaints()
    {
        using var house = House();
        Assert.Empty(ArchitectureScan.Run(house.Files));
    }

    [Fact]
    public void A_project_that_the_table_forgets_is_found()
    {
        using var house = House().With("src/service/Rejoin.New/Rejoin.New.csproj", Project());
        AssertOne(house, "src/service/Rejoin.New/Rejoin.New.csproj:1: error: 'New' is not in the table");
    }

    [Fact]
    public void A_row_without_a_project_is_found()
    {
        using var house = House().With("ARCHITECTURE.md", Table + "\n| `Gone` | nothing of ours |\n");
        AssertOne(house, "ARCHITECTURE.md:8: error: there is no project 'Gone'");
    }

    [Fact]
    public void A_reference_that_is_not_allowed_is_found_with_its_line()
    {
        using var house = House().With("src/service/Rejoin.Protocol/Rejoin.Protocol.csproj",
            Project("../Rejoin.Server/Rejoin.Server.csproj"));
        AssertOne(house, "src/service/Rejoin.Protocol/Rejoin.Protocol.csproj:3: error: "
            + "'Protocol' may not reference 'Server'");
    }

    [Fact]
    public void A_reference_with_backslashes_counts_too()
    {
        using var house = House().With("src/service/Rejoin.Protocol/Rejoin.Protocol.csproj",
            Project(@"..\Rejoin.Server\Rejoin.Server.csproj"));
        Assert.Contains("'Protocol' may not reference 'Server'",
            Assert.Single(ArchitectureScan.Run(house.Files)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wall_holds_even_where_the_table_has_a_hole()
    {
        using var house = House()
            .With("ARCHITECTURE.md", Table.Replace("| nothing of ours |", "| `Cli` |", StringComparison.Ordinal))
            .With("src/instrument/Rejoin.Faults/Rejoin.Faults.csproj",
                Project("../../apps/Rejoin.Cli/Rejoin.Cli.csproj"));
        AssertOne(house, "src/instrument/Rejoin.Faults/Rejoin.Faults.csproj:1: error: 'Faults' reaches 'Server'");
    }

    [Fact]
    public void A_page_without_the_table_is_an_error()
    {
        using var house = House().With("ARCHITECTURE.md", "# Architecture\n");
        Assert.Throws<InvalidDataException>(() => ArchitectureScan.Run(house.Files));
    }

    [Fact]
    public void A_project_that_the_solution_forgets_is_found()
    {
        using var house = House().With("Rejoin.slnx", "<Solution />");
        Assert.Equal(4, SolutionScan.Run(house.Files).Count());
    }

    private static void AssertOne(TemporaryFolder house, string start) =>
        Assert.StartsWith(start, Assert.Single(ArchitectureScan.Run(house.Files)).ToString(), StringComparison.Ordinal);

    private static TemporaryFolder House() => new TemporaryFolder()
        .With("ARCHITECTURE.md", Table)
        .With("src/service/Rejoin.Protocol/Rejoin.Protocol.csproj", Project())
        .With("src/service/Rejoin.Server/Rejoin.Server.csproj", Project("../Rejoin.Protocol/Rejoin.Protocol.csproj"))
        .With("src/instrument/Rejoin.Faults/Rejoin.Faults.csproj", Project())
        .With("src/apps/Rejoin.Cli/Rejoin.Cli.csproj", Project("../../service/Rejoin.Server/Rejoin.Server.csproj"));

    private static string Project(params string[] references) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            {string.Join('\n', references.Select(reference => $"<ProjectReference Include=\"{reference}\" />"))}
          </ItemGroup>
        </Project>
        """;
}
