using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Rejoin.Server;

/// <summary>A prepared statement that is used again and again; its parameters are $1, $2, ….</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, string sql)
    {
        command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of the store.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; sql.Contains(string.Create(CultureInfo.InvariantCulture, $"${i}"), StringComparison.Ordinal); i++)
        {
            command.Parameters.Add(
                new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"${i}"), DBNull.Value));
        }
    }

    /// <summary>Runs the statement; returns the number of changed rows.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs a query.</summary>
    public SqliteDataReader Query(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteReader();
    }

    /// <summary>First column of the first row; null if there is none.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteScalar();
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
