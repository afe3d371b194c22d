namespace Rejoin.Cli;

/// <summary>One thing that a driver does otherwise than its contract says.</summary>
/// <param name="Id">Id, such as <c>DR03</c>; docs/reference/driver.md lists them.</param>
/// <param name="Part">Part of the examination.</param>
/// <param name="Message">What happened and what was expected.</param>
internal sealed record DriverFinding(string Id, string Part, string Message);
