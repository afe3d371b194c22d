using Microsoft.Data.Sqlite;
using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>A session's row while a transaction works on it.</summary>
internal sealed class SessionRow
{
    public const string Columns =
        "no, id, principal, epoch, generation, head, digest, trimmed, trimmed_digest, alive_at, detached_at, place";

    public required long No { get; init; }

    public required string Id { get; init; }

    public required string Principal { get; init; }

    public required string Epoch { get; init; }

    public long Generation { get; set; }

    public long Head { get; set; }

    public LogDigest Digest { get; set; }

    public long Trimmed { get; set; }

    public LogDigest TrimmedDigest { get; set; }

    public long AliveAt { get; set; }

    public long? DetachedAt { get; set; }

    /// <summary>Fingerprint of the place of the newest attach; null = not known.</summary>
    public byte[]? Place { get; set; }

    public bool Changed { get; set; }

    public static SessionRow Read(SqliteDataReader reader) => new()
    {
        No = reader.GetInt64(0),
        Id = reader.GetString(1),
        Principal = reader.GetString(2),
        Epoch = reader.GetString(3),
        Generation = reader.GetInt64(4),
        Head = reader.GetInt64(5),
        Digest = LogDigest.FromBytes(reader.GetFieldValue<byte[]>(6)),
        Trimmed = reader.GetInt64(7),
        TrimmedDigest = LogDigest.FromBytes(reader.GetFieldValue<byte[]>(8)),
        AliveAt = reader.GetInt64(9),
        DetachedAt = reader.IsDBNull(10) ? null : reader.GetInt64(10),
        Place = reader.IsDBNull(11) ? null : reader.GetFieldValue<byte[]>(11),
    };

    public SessionRecord ToRecord() => new()
    {
        Id = Id,
        Principal = Principal,
        Epoch = Epoch,
        Generation = Generation,
        Head = Head,
        Digest = Digest,
        Trimmed = Trimmed,
        TrimmedDigest = TrimmedDigest,
    };
}
