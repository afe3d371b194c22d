namespace Rejoin.Server;

/// <summary>The mark of connections that came in on the admin port.</summary>
internal sealed class AdminListener
{
    public static AdminListener Instance { get; } = new();
}
