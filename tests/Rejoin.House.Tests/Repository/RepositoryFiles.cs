using System.ComponentModel;
using System.Diagnostics;

namespace Rejoin.House.Tests;

/// <summary>The files of a repository: those that git tracks, or, without git, those of a walk.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] IgnoredFolders =
        [".git", "bin", "obj", "out", "artifacts", "node_modules", ".vs", ".idea"];

    /// <summary>Root folder of the repository that this test was built in.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file below <paramref name="root"/>, in ordinal order of paths.</summary>
    public static IReadOnlyList<SourceFile> Under(string root) =>
        [.. (Tracked(root) ?? Walked(root))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(root, path))
            .Where(file => File.Exists(file.FullPath))];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rejoin.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Rejoin.slnx above '{AppContext.BaseDirectory}'.");
    }

    // Null when there is no git, or the folder is no work tree of its own.
    private static List<string>? Tracked(string root)
    {
        if (!Path.Exists(Path.Combine(root, ".git")))
        {
            return null;
        }

        var start = new ProcessStartInfo("git", ["-C", root, "ls-files", "-z"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            errors.GetAwaiter().GetResult();
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)] : null;
        }
        catch (Win32Exception)
        {
            return null; // git is not installed: the walk sees the same files and some more
        }
    }

    private static IEnumerable<string> Walked(string root)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var child in Directory.EnumerateDirectories(folder))
            {
                if (!IgnoredFolders.Contains(Path.GetFileName(child)) && new DirectoryInfo(child).LinkTarget is null)
                {
                    folders.Push(child);
                }
            }

            foreach (var file in Directory.EnumerateFiles(folder))
            {
                yield return Path.GetRelativePath(root, file).Replace('\\', '/');
            }
        }
    }
}
