namespace Rejoin.Checks;

/// <summary>A message that one read shows and the next one of its segment does not.</summary>
internal readonly record struct Disappearance(MessageRecord Message, ReadRecord Shown, ReadRecord Missing);
