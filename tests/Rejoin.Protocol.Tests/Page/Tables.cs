using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Rejoin.Protocol.Tests.Page;

/// <summary>The page names what the code has, and nothing else.</summary>
public sealed partial class Tables
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "protocol.md"));

    [Fact]
    public void Messages_of_the_client_are_the_page_s() =>
        Assert.Equal(Discriminators<ClientMessage>(), FirstColumn("## 5."));

    [Fact]
    public void Messages_of_the_server_are_the_page_s() =>
        Assert.Equal(Discriminators<ServerMessage>(), FirstColumn("## 6."));

    [Fact]
    public void Events_are_the_page_s() => Assert.Equal(Discriminators<EventData>(), FirstColumn("### Events"));

    [Fact]
    public void Fields_of_the_client_s_messages_are_the_page_s() => AssertFields<ClientMessage>("## 5.");

    [Fact]
    public void Fields_of_the_events_are_the_page_s() => AssertFields<EventData>("### Events");

    [Fact]
    public void Refusal_codes_are_the_page_s() =>
        Assert.Equal(EnumNames<RefusalCode>(), Quoted(Line("Refusal codes:")));

    [Fact]
    public void Reset_reasons_are_the_page_s() => Assert.Equal(
        EnumNames<ResetReason>(),
        Quoted(Between("Reasons of a reset:", "All three carry")).Where(n => n != "resumableMs").Distinct().Order());

    [Fact]
    public void Codes_of_notices_are_the_page_s() => Assert.Equal(
        EnumNames<NoticeCode>(),
        Quoted(Section("## 6.").Split('\n').Single(l => l.StartsWith("| `notice`", StringComparison.Ordinal)))
            .Except(["notice", "code", "inMs?"]));

    [Fact]
    public void Close_codes_are_the_page_s()
    {
        var constants = typeof(CloseCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (int)f.GetRawConstantValue()!).Order();

        Assert.Equal(constants, CloseRows().SelectMany(r => r.Codes).Order());
    }

    [Fact]
    public void Right_to_come_back_is_the_page_s() => Assert.All(
        CloseRows(),
        row => Assert.All(row.Codes, code => Assert.Equal(row.MayComeBack, CloseCode.MayReconnect(code))));

    [Theory]
    [InlineData(1001, true)]
    [InlineData(1005, true)]
    [InlineData(1006, true)]
    [InlineData(1008, false)]
    [InlineData(4000, true)]
    [InlineData(4499, true)]
    [InlineData(4503, false)]
    [InlineData(4999, false)]
    public void Codes_without_a_row_follow_their_range(int code, bool mayComeBack) =>
        Assert.Equal(mayComeBack, CloseCode.MayReconnect(code));

    [Fact]
    public void Limits_are_the_page_s() => Assert.Equal(
        typeof(AnnouncedLimits).GetProperties().Select(p => Camel(p.Name)).Order(),
        Quoted(Between("Announced in `limits` of the verdict:", "The server's own"))
            .Except(["limits"]).Order());

    [Fact]
    public void Headers_are_the_page_s()
    {
        var names = typeof(AttachHeader).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (string)f.GetRawConstantValue()!);

        Assert.All(names, name => Assert.Contains($"`{name}`", Section("## 3."), StringComparison.Ordinal));
    }

    [Fact]
    public void Bounds_are_the_page_s()
    {
        Assert.Contains("8 192 bytes", Page, StringComparison.Ordinal);
        Assert.Equal(8_192, RejoinProtocol.HelloMaxBytes);
        Assert.Contains($"{RejoinProtocol.KeyMaxLength} characters", Page, StringComparison.Ordinal);
        Assert.Contains($"1–{RejoinProtocol.IdMaxLength} characters", Page, StringComparison.Ordinal);
        Assert.Contains($"1–{RejoinProtocol.EpochMaxLength} visible", Page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Discriminators<T>() =>
        typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => (string)a.TypeDiscriminator!).Order();

    private static IEnumerable<string> EnumNames<T>()
        where T : struct, Enum =>
        typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name).Order();

    private static void AssertFields<T>(string heading)
    {
        foreach (var row in Rows(Section(heading)))
        {
            foreach (var name in Quoted(row[0]))
            {
                var type = typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>()
                    .Single(a => (string)a.TypeDiscriminator! == name).DerivedType;
                var code = type.GetProperties().Where(p => p.Name != "EqualityContract").Select(p => Camel(p.Name));
                var page = Quoted(row[1]).Select(f => f.TrimEnd('?'));
                Assert.All(code, field => Assert.Contains(field, page));
            }
        }
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static IEnumerable<string> FirstColumn(string heading) =>
        Rows(Section(heading)).SelectMany(r => Quoted(r[0])).Order();

    private static IEnumerable<(int[] Codes, bool MayComeBack)> CloseRows() => Rows(Section("## 8.")).Select(r => (
        r[0].Split(", ").Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToArray(),
        r[2].StartsWith("yes", StringComparison.Ordinal)));

    /// <summary>Cells of the first table of a section, without its head.</summary>
    private static IEnumerable<string[]> Rows(string section) => section.Split('\n')
        .SkipWhile(l => !l.StartsWith('|'))
        .TakeWhile(l => l.StartsWith('|'))
        .Skip(2)
        .Select(l => l.Replace("\\|", "/", StringComparison.Ordinal).Trim('|'))
        .Select(l => l.Split('|', StringSplitOptions.TrimEntries));

    private static string Section(string heading)
    {
        var start = Page.IndexOf("\n" + heading, StringComparison.Ordinal) + 1;
        var end = Page.IndexOf("\n##", start + 1, StringComparison.Ordinal);
        return end < 0 ? Page[start..] : Page[start..end];
    }

    private static string Line(string start) =>
        Page.Split('\n').Single(l => l.StartsWith(start, StringComparison.Ordinal));

    private static string Between(string start, string end)
    {
        var from = Page.IndexOf(start, StringComparison.Ordinal);
        return Page[from..Page.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Quoted(string text) =>
        Code().Matches(text).Select(m => m.Groups[1].Value).Order();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
