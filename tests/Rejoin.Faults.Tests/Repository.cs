namespace Rejoin.Faults.Tests;

/// <summary>The working copy that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(string folder) => File.Exists(System.IO.Path.Combine(folder, "Rejoin.slnx"))
        ? folder
        : Find(Directory.GetParent(folder)?.FullName
            ?? throw new DirectoryNotFoundException("No folder above holds Rejoin.slnx."));
}
