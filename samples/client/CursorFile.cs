using Rejoin.Client;

namespace Rejoin.Samples.Client;

/// <summary>The cursor on disk: with it, a killed and restarted chat goes on where it was.</summary>
internal sealed class CursorFile(string path)
{
    public SessionCursor? Load()
    {
        try
        {
            return File.Exists(path) ? SessionCursor.FromJson(File.ReadAllText(path)) : null;
        }
        catch (FormatException error)
        {
            Console.Error.WriteLine($"{path}: {error.Message} A new session is opened.");
            return null;
        }
    }

    public void Save(SessionCursor? cursor)
    {
        if (cursor is null)
        {
            File.Delete(path);
            return;
        }

        // Written beside and moved over: a crash leaves the old one or the new one.
        File.WriteAllText(path + ".new", cursor.ToJson());
        File.Move(path + ".new", path, overwrite: true);
    }
}
