namespace Rejoin.Server;

/// <summary>The results of an append.</summary>
public enum AppendStatus
{
    /// <summary>Appended and durable.</summary>
    Applied,

    /// <summary>The same operation was applied before; nothing changed.</summary>
    Duplicate,

    /// <summary>Another operation has this id; nothing changed.</summary>
    IdReused,

    /// <summary>The fence refused; nothing changed.</summary>
    Fenced,

    /// <summary>A limit forbids it; nothing changed.</summary>
    Limit,

    /// <summary>No such session; nothing changed.</summary>
    Gone,
}
