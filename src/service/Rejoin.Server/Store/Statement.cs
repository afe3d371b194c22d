using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rejoin.Server;

/// <summary>A prepared statement that is used again and again; its parameters are $1, $2, ….</summary>
/// <remarks>Writes go straight to SQLite's own interface: the provider's command costs more than a small insert does.
/// Source: sqlite.org/c3ref/stmt.html.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string sql;
    private sqlite3_stmt? prepared;
    private SqliteCommand? command;

    public Statement(SqliteConnection connection, string sql)
    {
        this.connection = connection;
        this.sql = sql;
    }

    /// <summary>Runs the statement; returns the number of rows that it changed.</summary>
    /// <exception cref="SqliteException">SQLite's result code.</exception>
    public int Run(params ReadOnlySpan<object?> values)
    {
        var database = connection.Handle!;
        if (prepared is null)
        {
            // "?1" has the index 1 wherever it stands; "$1" is a name, numbered by its first place in the text.
            Check(raw.sqlite3_prepare_v2(database, sql.Replace('$', '?'), out prepared));
        }

        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(prepared, i + 1, values[i]));
        }

        var before = raw.sqlite3_total_changes(database);
        var result = raw.sqlite3_step(prepared);
        var reset = raw.sqlite3_reset(prepared);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(reset != raw.SQLITE_OK ? reset : result);
        }

        return raw.sqlite3_total_changes(database) - before;
    }

    /// <summary>Runs a query.</summary>
    public SqliteDataReader Query(params ReadOnlySpan<object?> values)
    {
        BindCommand(values);
        return command!.ExecuteReader();
    }

    /// <summary>First column of the first row; null if there is none.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        BindCommand(values);
        return command!.ExecuteScalar();
    }

    public void Dispose()
    {
        prepared?.Dispose();
        command?.Dispose();
    }

    private static int Bind(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        string text => raw.sqlite3_bind_text(statement, index, text),
        byte[] blob => raw.sqlite3_bind_blob(statement, index, blob),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} cannot be bound.", nameof(value)),
    };

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);

    private void BindCommand(ReadOnlySpan<object?> values)
    {
        command ??= MakeCommand();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");

    private SqliteCommand MakeCommand()
    {
        var made = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of the store.
        made.CommandText = sql;
#pragma warning restore CA2100
        for (var name = Name(1); sql.Contains(name, StringComparison.Ordinal); name = Name(made.Parameters.Count + 1))
        {
            made.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        }

        return made;
    }
}
