namespace Rejoin.Server;

/// <summary>The right with which an append is made; the store compares it inside the transaction.</summary>
public abstract record AppendFence;
