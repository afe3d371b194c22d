using System.Text.Json.Serialization;

namespace Rejoin.Protocol;

/// <summary>A message that the server sends to a client.</summary>
/// <remarks>Source: protocol.md, "Messages of the server".</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Reset), "reset")]
[JsonDerivedType(typeof(Snapshot), "snapshot")]
[JsonDerivedType(typeof(Event), "event")]
[JsonDerivedType(typeof(Replayed), "replayed")]
[JsonDerivedType(typeof(ServerAck), "ack")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(Notice), "notice")]
public abstract record ServerMessage;
