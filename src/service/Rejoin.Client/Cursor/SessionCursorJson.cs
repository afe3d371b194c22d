namespace Rejoin.Client;

internal static class SessionCursorJson
{
    public static string Write(SessionCursor cursor) => throw new NotImplementedException(cursor.Session);

    public static SessionCursor Read(string json) => throw new NotImplementedException(json);
}
