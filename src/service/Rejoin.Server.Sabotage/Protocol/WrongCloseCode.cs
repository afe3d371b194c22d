using Rejoin.Protocol;

namespace Rejoin.Server.Sabotage;

/// <summary>A connection that a newer one supersedes is closed as if the server had failed.</summary>
internal static class WrongCloseCode
{
    public static PlantedBug Bug { get; } = new(static () => new ServerSeams
    {
        Writer = writer => new AlteredClose(
            writer, static code => code == CloseCode.Superseded ? CloseCode.InternalError : code),
    })
    {
        Id = "wrong-close-code",
        Check = "RJ601",
        Wrong = "closes a superseded connection with 1011 in place of 4500",
        Defence = "the close code that says who may come back by itself",
    };
}
