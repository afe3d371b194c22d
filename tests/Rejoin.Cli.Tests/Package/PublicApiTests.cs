using System.Reflection;
using PublicApiGenerator;

namespace Rejoin.Cli.Tests.Package;

/// <summary>The public API of each packed library is the one that people approved: <c>PublicApi.txt</c> in its
/// folder.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries =>
    [
        "src/instrument/Rejoin.Checks", "src/service/Rejoin.Client", "src/instrument/Rejoin.Faults",
        "src/service/Rejoin.Protocol", "src/service/Rejoin.Server", "src/instrument/Rejoin.Statistics",
    ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_api_is_the_approved_one(string folder)
    {
        var assembly = Assembly.Load(Path.GetFileName(folder));
        var text = assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });
        Approved.Matches($"{folder}/PublicApi.txt", text.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }
}
