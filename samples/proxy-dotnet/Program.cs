// A client that is cut off, and its way back. Needs the tool `rejoin`.
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Rejoin.Samples.Proxied;

using var service = new CountingService();
using var proxy = Process.Start(new ProcessStartInfo(
    Environment.GetEnvironmentVariable("REJOIN") ?? "rejoin",
    ["proxy", "--upstream", service.Url.ToString(), "--json"]) { RedirectStandardOutput = true })!;
try
{
    var ready = JsonDocument.Parse((await proxy.StandardOutput.ReadLineAsync())!).RootElement;
    var url = new Uri(ready.GetProperty("url").GetString()!);
    using var api = new HttpClient { BaseAddress = new Uri(ready.GetProperty("api").GetString()!) };

    using var plan = new StringContent(
        """
        { "schema": "rejoin.plan/1", "faults": [{
            "id": "after-the-second",
            "at": { "connection": 1, "direction": "s2c", "frame": 2, "position": "after" },
            "do": { "kind": "rst" } }] }
        """);
    (await api.PutAsync(new Uri("/links/1/plan", UriKind.Relative), plan)).EnsureSuccessStatusCode();

    using var first = new ClientWebSocket();
    await first.ConnectAsync(url, default);
    Expect("1", await AskAsync(first));
    Expect("2", await AskAsync(first));
    Expect("cut off", await HearAsync(first));
    using var second = new ClientWebSocket();
    await second.ConnectAsync(url, default);
    Expect("3", await AskAsync(second));

    var told = await api.GetStringAsync(new Uri("/links/1/observations", UriKind.Relative));
    var fault = JsonDocument.Parse(told).RootElement.GetProperty("observations").EnumerateArray()
        .Single(each => each.GetProperty("type").GetString() == "injection");
    Expect("after-the-second", fault.GetProperty("fault").GetString());
    Expect("Fired", fault.GetProperty("state").GetString());
    Console.WriteLine("resumed after a reset, as planned");
}
finally
{
    proxy.Kill();
    await proxy.WaitForExitAsync();
}

static async Task<string> AskAsync(WebSocket socket)
{
    await socket.SendAsync("count"u8.ToArray(), WebSocketMessageType.Text, true, default);
    return await HearAsync(socket);
}

static async Task<string> HearAsync(WebSocket socket)
{
    var buffer = new byte[1024];
    try
    {
        var answer = await socket.ReceiveAsync(buffer, default);
        return Encoding.UTF8.GetString(buffer, 0, answer.Count);
    }
    catch (WebSocketException)
    {
        return "cut off";
    }
}

static void Expect(string expected, string? actual)
{
    if (expected != actual)
    {
        throw new InvalidOperationException($"Expected '{expected}', got '{actual}'.");
    }
}
