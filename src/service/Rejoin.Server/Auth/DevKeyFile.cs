using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Rejoin.Server;

/// <summary>The development issuer's key: made once and kept, so that a restarted process takes the same
/// tokens.</summary>
internal static class DevKeyFile
{
    public const string Name = "dev.key";
    private const int SecretBytes = 32;

    public static SymmetricSecurityKey LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        return TokenKeys.Secret(path, File.ReadAllText(path));
    }

    private static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)));
    }
}
