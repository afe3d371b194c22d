using Rejoin.Bench;

// The service that "resume" measures runs in a process of its own, so that its CPU can be told from the client's.
if (args is ["service", var folder])
{
    await MeasuredService.RunAsync(folder);
    return 0;
}

if (args is ["link", var listen, var upstream])
{
    await MeasuredLink.RunAsync(listen, upstream);
    return 0;
}

(string Name, Func<int, TextWriter, Task<bool>> RunAsync)[] questions =
[
    ("acks", AcksQuestion.RunAsync), ("checker", CheckerQuestion.RunAsync), ("resume", ResumeQuestion.RunAsync),
    ("relay", RelayQuestion.RunAsync),
];
const int DefaultRounds = 11;
var rounds = args.Length == 3 && args[1] == "--rounds" && int.TryParse(args[2], out var asked) ? asked : DefaultRounds;
var chosen = questions.Where(question => args is [var name, ..] && (name == "all" || name == question.Name)).ToList();
if (chosen.Count == 0 || rounds < 5 || args.Length is 2 or > 3)
{
    Console.Error.WriteLine(
        "Usage: Rejoin.Bench acks|checker|resume|relay|all [--rounds N]   (N: 5 or more; default 11)");
    return 64;
}

var met = true;
foreach (var (_, runAsync) in chosen)
{
    met &= await runAsync(rounds, Console.Out);
}

return met ? 0 : 3;
