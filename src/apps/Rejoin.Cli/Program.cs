using Rejoin.Cli;

return await Entry.RunAsync(args, Terminal.OfProcess());
