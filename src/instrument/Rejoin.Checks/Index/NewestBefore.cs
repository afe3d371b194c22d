namespace Rejoin.Checks;

/// <summary>What was known at a line: the greatest of all values that lines before it tell.</summary>
/// <typeparam name="T">What a value belongs to.</typeparam>
internal sealed class NewestBefore<T>
    where T : class
{
    private readonly List<(long Line, long Value, T Of)> _all = [];
    private bool _isSorted;

    public void Add(long line, long value, T of)
    {
        _all.Add((line, value, of));
        _isSorted = false;
    }

    /// <summary>The greatest value of a line before this one, and what it belongs to; null if there is none.</summary>
    public (long Value, T Of)? Find(long line)
    {
        Sort();
        var (low, high) = (0, _all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _all[middle].Line < line ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : (_all[low - 1].Value, _all[low - 1].Of);
    }

    private void Sort()
    {
        if (_isSorted)
        {
            return;
        }

        _all.Sort((left, right) => left.Line.CompareTo(right.Line));
        for (var i = 1; i < _all.Count; i++)
        {
            if (_all[i - 1].Value > _all[i].Value)
            {
                _all[i] = (_all[i].Line, _all[i - 1].Value, _all[i - 1].Of);
            }
        }

        _isSorted = true;
    }
}
