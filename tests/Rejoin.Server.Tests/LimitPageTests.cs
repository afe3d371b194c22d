using System.Globalization;
using System.Text.Json;

namespace Rejoin.Server.Tests;

public sealed class LimitPageTests
{
    [Theory]
    [InlineData("limits")]
    [InlineData("windows")]
    public void The_page_has_a_row_with_name_default_and_range_for_each_option(string group)
    {
        var page = File.ReadAllText(FindPage());
        var options = JsonSerializer.SerializeToElement(new ServerOptions(), OptionsJson.Default.ServerOptions);
        foreach (var option in options.GetProperty(group).EnumerateObject())
        {
            var row = $"| `{option.Name}` | {option.Value.GetInt64().ToString(CultureInfo.InvariantCulture)} |";
            Assert.Contains(row, page, StringComparison.Ordinal);
            Assert.Contains(RangeOf(group, option.Name), page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_option_is_on_the_page()
    {
        var page = File.ReadAllText(FindPage());
        var options = JsonSerializer.SerializeToElement(new ServerOptions(), OptionsJson.Default.ServerOptions);
        Assert.All(
            options.EnumerateObject().Where(option => option.Name is not ("limits" or "windows")),
            option => Assert.Contains($"`{option.Name}`", page, StringComparison.Ordinal));
    }

    /// <summary>The range that an option's own error tells.</summary>
    private static string RangeOf(string group, string name)
    {
        var json = $$"""{"dataFolder":"d","dev":true,"{{group}}":{"{{name}}":-1} }""";
        var error = ServerOptions.FromJson(System.Text.Encoding.UTF8.GetBytes(json)).Validate()
            .First(text => text.StartsWith($"{group}.{name}: -1 is not in ", StringComparison.Ordinal));
        var (low, high) = error.Split(" in ")[1].TrimEnd('.').Split(" to ") is [var first, var second]
            ? (first, second)
            : throw new InvalidOperationException(error);
        return $"| {low}–{high} |";
    }

    private static string FindPage()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rejoin.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "docs", "reference", "limits.md");
    }
}
