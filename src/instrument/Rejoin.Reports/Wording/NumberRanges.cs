using System.Globalization;

namespace Rejoin.Reports;

/// <summary>Whole numbers in few characters: <c>41, 43-45</c>.</summary>
internal static class NumberRanges
{
    public static string Of(IReadOnlyList<long> numbers, string separator)
    {
        var ranges = new List<string>();
        for (var at = 0; at < numbers.Count;)
        {
            var end = at;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1)
            {
                end++;
            }

            ranges.Add(end == at
                ? numbers[at].ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{numbers[at]}-{numbers[end]}"));
            at = end + 1;
        }

        return string.Join(separator, ranges);
    }
}
