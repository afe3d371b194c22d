namespace Rejoin.Checks;

/// <summary>Whether and from where a session is attached, as its history goes on.</summary>
internal sealed class Presence
{
    private int _connection;
    private bool _isKnown;
    private long? _endedNs;
    private (int Connection, long AtNs) _lostEarly;
    private long? _perhapsEndedNs;
    private string? _place;
    private bool _isPlaceSure;

    /// <summary>Nanoseconds without a connection up to now; 0 while there is one, null if there never was.</summary>
    public (long Least, long Most)? AbsenceNs(long nowNs) =>
        !_isKnown ? null
        : _endedNs is not { } ended ? (0, 0)
        : (nowNs - (_perhapsEndedNs ?? ended), nowNs - ended);

    /// <summary>Whether a place is another than that of the attach before; null if one of them is not known.</summary>
    public bool? IsMoved(string? place) =>
        place is null || _place is null || !_isPlaceSure ? null : place != _place;

    public void Attach(int connection, string? place)
    {
        (_connection, _isKnown) = (Math.Max(connection, _connection), true);
        (_endedNs, _perhapsEndedNs) = (_lostEarly.Connection == connection ? _lostEarly.AtNs : null, null);
        (_place, _isPlaceSure) = (place, true);
    }

    /// <summary>What happens to a connection that a newer one has replaced changes nothing; 0 = it is not said
    /// which.</summary>
    public void Lose(int connection, long nowNs)
    {
        if (connection == 0 || connection >= _connection)
        {
            _endedNs ??= nowNs;
        }

        if (connection > _connection)
        {
            // Lost before its attach had ended.
            _lostEarly = (connection, nowNs);
        }
    }

    /// <summary>An attempt ended and left open whether the service took it.</summary>
    public void MayHaveAttached(long nowNs, string? place)
    {
        _endedNs ??= nowNs;
        _perhapsEndedNs = nowNs;
        _isPlaceSure = _isPlaceSure && place == _place;
    }
}
