using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Rejoin.Server;

/// <summary>Tables and pragmas of the database file.</summary>
internal static class SqliteSchema
{
    /// <summary>Version of the tables; a file of version 1 is brought up to it, any other is refused.</summary>
    public const long Version = 2;

    // What grows with every message (event, operation) is appended in the order of arrival, and only a narrow index is
    // sorted by session: a commit for many sessions then writes few pages rather than one or two for each.
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS server (
            id INTEGER PRIMARY KEY CHECK (id = 1), incarnation TEXT NOT NULL, alive_at INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS session (
            no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, principal TEXT NOT NULL, epoch TEXT NOT NULL,
            generation INTEGER NOT NULL, head INTEGER NOT NULL, digest BLOB NOT NULL,
            trimmed INTEGER NOT NULL, trimmed_digest BLOB NOT NULL,
            alive_at INTEGER NOT NULL, detached_at INTEGER, place BLOB);
        CREATE INDEX IF NOT EXISTS session_principal ON session (principal);
        CREATE INDEX IF NOT EXISTS session_detached ON session (detached_at) WHERE detached_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS event (
            no INTEGER PRIMARY KEY, session INTEGER NOT NULL, offset INTEGER NOT NULL, frame BLOB NOT NULL,
            digest BLOB NOT NULL, UNIQUE (session, offset));
        CREATE TABLE IF NOT EXISTS operation (
            no INTEGER PRIMARY KEY, session INTEGER NOT NULL, id TEXT NOT NULL, hash BLOB NOT NULL,
            offset INTEGER NOT NULL, UNIQUE (session, id));
        CREATE TABLE IF NOT EXISTS turn (
            session INTEGER NOT NULL, id TEXT NOT NULL, kind INTEGER NOT NULL, owner TEXT NOT NULL,
            attempt INTEGER NOT NULL, begun INTEGER NOT NULL, PRIMARY KEY (session, id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS effect (
            no INTEGER PRIMARY KEY, session INTEGER NOT NULL, id TEXT NOT NULL, workflow TEXT NOT NULL,
            step INTEGER NOT NULL, tool TEXT NOT NULL, applied INTEGER NOT NULL, UNIQUE (session, id));
        CREATE TABLE IF NOT EXISTS effect_key (
            session INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (session, key)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS snapshot (session INTEGER PRIMARY KEY, content BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS tombstone (
            id TEXT PRIMARY KEY, principal TEXT NOT NULL, reason INTEGER NOT NULL, at INTEGER NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS audit (
            no INTEGER PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, session TEXT NOT NULL,
            principal TEXT NOT NULL, generation INTEGER, moved INTEGER, address TEXT, agent TEXT, location TEXT);
        """;

    // All or nothing: a process that dies in the middle leaves version 1.
    private const string FromVersion1 = """
        BEGIN IMMEDIATE;
        ALTER TABLE session ADD COLUMN place BLOB;
        ALTER TABLE audit ADD COLUMN generation INTEGER;
        ALTER TABLE audit ADD COLUMN moved INTEGER;
        ALTER TABLE audit ADD COLUMN address TEXT;
        ALTER TABLE audit ADD COLUMN agent TEXT;
        ALTER TABLE audit ADD COLUMN location TEXT;
        PRAGMA user_version = 2;
        COMMIT;
        """;

    /// <summary>A connection for writes with WAL and full synchronisation.</summary>
    /// <exception cref="RejoinServerException">A pragma did not take (<c>durability</c>), or the file is of another
    /// version or no database (<c>data_folder</c>).</exception>
    public static SqliteConnection OpenWriter(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();

            // Small pages: writers of many sessions each touch pages of their own, and the log holds whole pages.
            Run(connection, "PRAGMA page_size = 1024");
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, "PRAGMA synchronous = FULL");
            Run(connection, "PRAGMA busy_timeout = 5000");

            // Rarer checkpoints of more pages: the same page is often written again before it has to go.
            Run(connection, "PRAGMA wal_autocheckpoint = 8192");
            Run(connection, "PRAGMA cache_size = -16384");
            Require(path, "journal_mode", Read(connection, "PRAGMA journal_mode"), "wal");
            Require(path, "synchronous", Read(connection, "PRAGMA synchronous"), "2");
            Prepare(connection, path, Read(connection, "PRAGMA user_version"));
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new RejoinServerException(
                "data_folder",
                $"The database '{path}' cannot be opened ({error.Message}).",
                "Check that the data folder is writable and holds no foreign file of that name.",
                error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteConnection connection, string path, string version)
    {
        switch (version)
        {
            case "0":
                // Tables first: a process that dies between the two leaves a file that is still new.
                Run(connection, Tables);
                Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}"));
                break;
            case "1":
                Run(connection, FromVersion1);
                break;
            case "2":
                break;
            default:
                throw new RejoinServerException(
                    "data_folder",
                    $"The database '{path}' has version {version}; this server writes version {Version}.",
                    "Use another data folder, or the server that made this one.");
        }
    }

    /// <summary>Requires that a pragma reads back as it was set: some builds and file systems ignore it.</summary>
    /// <exception cref="RejoinServerException">It does not (<c>durability</c>).</exception>
    public static void Require(string path, string pragma, string value, string expected)
    {
        if (!string.Equals(value, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new RejoinServerException(
                "durability",
                $"The database '{path}' reports {pragma} = {value}, not {expected}: acks would not be durable.",
                "Use a file system and an SQLite build that support it.");
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? string.Empty;
    }
}
