using System.Text.Json;
using Rejoin.Drivers;
using Rejoin.Drivers.Stdio;
using Rejoin.Runner;

namespace Rejoin.Cli;

/// <summary>What <c>rejoin driver-test</c> does: an examination of a driver, with findings about it.</summary>
internal static class DriverTestAction
{
    public static async Task<int> RunAsync(string[] command, bool json, Terminal terminal)
    {
        using var interrupts = new Interrupts(terminal.Error, "stopping");
        return await interrupts.GuardAsync(() => RunAsync(command, json, terminal, interrupts.Stopping));
    }

    private static async Task<int> RunAsync(
        string[] command, bool json, Terminal terminal, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("rejoin-driver-test-");
        try
        {
            var document = await ExamineAsync(command, folder.FullName, cancellation);
            if (json)
            {
                terminal.Output.WriteLine(
                    JsonSerializer.Serialize(document, DriverTestJson.Default.DriverTestDocument));
            }
            else
            {
                Write(document, terminal.Output);
            }

            terminal.Output.Flush();
            return document.Findings.Count == 0 ? ExitCodes.Pass : ExitCodes.Fail;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<DriverTestDocument> ExamineAsync(
        string[] command, string folder, CancellationToken cancellation)
    {
        var options = new StdioDriverOptions { FileName = command[0], Arguments = command[1..] };
        StdioDriver driver;
        try
        {
            driver = await StdioDriver.StartAsync(options, cancellation);
        }
        catch (DriverException error) when (error.Code == "not-started")
        {
            throw new RejoinException(error.Message, "Check the command; it is started without a shell.");
        }
        catch (DriverException error)
        {
            return Document(null, ["start"], [new("DR01", "start", $"{error.Message} ({error.Code})")]);
        }

        var target = new EmbeddedTarget(
            OwnCommand.Embedded(), Path.Combine(folder, "work"), Path.Combine(folder, "service"), null);
        var service = await target.StartAsync("driver-test", 1, cancellation);
        await using (service)
        {
            var exam = new DriverExam(driver, service, TimeProvider.System);
            await exam.RunAsync(cancellation);
            return Document(driver.Description, exam.Parts, exam.Findings);
        }
    }

    private static DriverTestDocument Document(
        DriverDescription? driver, IReadOnlyList<string> parts, IReadOnlyList<DriverFinding> findings) => new()
        {
            Verdict = findings.Count == 0 ? "pass" : "fail",
            Name = driver?.Name,
            Version = driver?.ClientVersion,
            Operations = [.. (driver?.Operations ?? new HashSet<Checks.Operation>()).Order()
                .Select(each => JsonNamingPolicy.CamelCase.ConvertName($"{each}"))],
            Parts = parts,
            Findings = findings,
        };

    private static void Write(DriverTestDocument document, TextWriter output)
    {
        if (document.Name is { } name)
        {
            output.WriteLine($"driver {name} {document.Version}: {string.Join(", ", document.Operations)}");
        }

        foreach (var part in document.Parts)
        {
            var found = document.Findings.Where(each => each.Part == part).ToList();
            output.WriteLine($"{(found.Count == 0 ? "ok  " : "FAIL")} {part}");
            foreach (var finding in found)
            {
                output.WriteLine($"     {finding.Id} {finding.Message}");
            }
        }

        output.WriteLine(document.Findings.Count == 0
            ? "pass: the driver obeys the driver contract"
            : $"fail: {document.Findings.Count} findings about the driver; docs/reference/driver.md explains them");
    }
}
