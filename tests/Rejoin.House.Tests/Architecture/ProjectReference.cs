namespace Rejoin.House.Tests;

/// <summary>A reference from one project to another.</summary>
/// <param name="Name">Name of the other, without the product's prefix.</param>
/// <param name="Path">Its project file, from the root.</param>
/// <param name="Line">1-based line of the reference.</param>
internal sealed record ProjectReference(string Name, string Path, int Line);
