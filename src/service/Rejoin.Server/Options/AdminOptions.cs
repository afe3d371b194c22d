namespace Rejoin.Server;

/// <summary>The admin channel: a second port, loopback only.</summary>
public sealed record AdminOptions
{
    /// <summary>Text that requests must carry in <c>Rejoin-Admin</c>: at least 16 characters.</summary>
    public string Secret { get; init; } = string.Empty;

    /// <summary>TCP port, 0 to 65535; default 0 = a free one.</summary>
    public int Port { get; init; }

    /// <summary>The options without the secret.</summary>
    public override string ToString() => $"AdminOptions {{ Port = {Port} }}";

    internal void Validate(List<string> errors)
    {
        OptionRange.Require(errors, Secret.Length >= 16, "admin.secret: has fewer than 16 characters.");
        OptionRange.Check(errors, "admin.port", Port, 0, 65_535);
    }
}
