namespace Rejoin.Server;

/// <summary>What a valid access token says.</summary>
/// <param name="Principal">Its <c>sub</c>: 1 to 128 characters.</param>
/// <param name="ExpiresAt">Its <c>exp</c>, UTC, without leeway.</param>
internal sealed record AccessToken(string Principal, DateTimeOffset ExpiresAt);
