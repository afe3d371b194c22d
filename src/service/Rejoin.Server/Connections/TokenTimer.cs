using Rejoin.Protocol;

namespace Rejoin.Server;

/// <summary>The end of an access token on an open connection: a notice at four fifths of what is left of its life, the
/// close when it is no longer acceptable.</summary>
internal sealed class TokenTimer : IDisposable
{
    private const double NoticeAt = 0.8;

    private readonly TimeProvider time;
    private readonly Connection connection;
    private readonly Lock gate = new();
    private readonly ITimer timer;
    private DateTimeOffset closeAt;
    private bool noticed;

    public TokenTimer(TimeProvider time, Connection connection)
    {
        this.time = time;
        this.connection = connection;
        timer = time.CreateTimer(
            static state => ((TokenTimer)state!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Set(DateTimeOffset expiresAt)
    {
        lock (gate)
        {
            noticed = false;
            closeAt = expiresAt + TokenValidator.Leeway;
            var left = expiresAt - time.GetUtcNow();
            Arm(left > TimeSpan.Zero ? left * NoticeAt : TimeSpan.Zero);
        }
    }

    public void Dispose() => timer.Dispose();

    private void Ring()
    {
        lock (gate)
        {
            var left = closeAt - time.GetUtcNow();
            if (!noticed && left > TimeSpan.Zero)
            {
                noticed = true;
                var notice = new Notice { Code = NoticeCode.TokenExpiring, InMs = (long)left.TotalMilliseconds };
                connection.Send(MessageFrame.Of(notice));
                Arm(left);
            }
            else if (left > TimeSpan.Zero)
            {
                Arm(left);
            }
            else
            {
                connection.EndAfterQueue(CloseCode.TokenExpired, string.Empty);
            }
        }
    }

    // Timers take 49 days at most; a later end is looked at again then.
    private void Arm(TimeSpan due) => timer.Change(
        due < LongestWait ? due : LongestWait, Timeout.InfiniteTimeSpan);

    private static TimeSpan LongestWait { get; } = TimeSpan.FromDays(30);
}
