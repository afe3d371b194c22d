namespace Rejoin.Server;

/// <summary>A condition of the environment or the options for which the server cannot start or go on.</summary>
/// <remarks><see cref="Exception.Message"/> is one line fit for a person; it never holds a secret.</remarks>
public sealed class RejoinServerException : Exception
{
    /// <summary>An exception with its code and hint.</summary>
    public RejoinServerException(string code, string message, string hint, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Hint = hint;
    }

    /// <summary>Cause in one word: <c>options_invalid</c>, <c>port_in_use</c>, <c>address_unavailable</c>,
    /// <c>data_folder</c>, <c>data_folder_in_use</c>, <c>durability</c>, <c>certificate</c>, <c>key</c>.</summary>
    public string Code { get; }

    /// <summary>What to do about it: one sentence.</summary>
    public string Hint { get; }
}
