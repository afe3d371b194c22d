using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>A message that a client sends to the server.</summary>
/// <remarks>Source: protocol.md, "Messages of the client".</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Hello), "hello")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Set), "set")]
[JsonDerivedType(typeof(Start), "start")]
[JsonDerivedType(typeof(Read), "read")]
[JsonDerivedType(typeof(Refresh), "refresh")]
[JsonDerivedType(typeof(Leave), "leave")]
[JsonDerivedType(typeof(ClientAck), "ack")]
public abstract record ClientMessage;
