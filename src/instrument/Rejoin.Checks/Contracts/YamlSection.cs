using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rejoin.Checks;

/// <summary>One mapping of a YAML file: typed values by key; what is wrong is added to the errors, not
/// thrown.</summary>
internal sealed class YamlSection
{
    private readonly string _file;
    private readonly string _path;
    private readonly YamlMappingNode _mapping;
    private readonly List<YamlError> _errors;
    private readonly Dictionary<string, YamlNode> _values = [];

    public YamlSection(string file, string path, YamlMappingNode mapping, string[] keys, List<YamlError> errors)
    {
        (_file, _path, _mapping, _errors) = (file, path, mapping, errors);
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (keys.Contains(name))
            {
                _values[name] = value;
            }
            else
            {
                Add(key, Full(name), "is not a key of this section", null, string.Join(", ", keys));
            }
        }
    }

    /// <summary>Line on which the mapping begins, 1-based.</summary>
    public int Line => (int)_mapping.Start.Line;

    public bool Has(string key) => _values.ContainsKey(key);

    public void Report(string key, string problem, string allowed) =>
        Add(_values.GetValueOrDefault(key) ?? _mapping, Full(key), problem, Shown(_values.GetValueOrDefault(key)),
            allowed);

    public YamlSection? Section(string key, string[] keys)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return new YamlSection(_file, Full(key), mapping, keys, _errors);
            default:
                Report(key, "is not a mapping", "a mapping with " + string.Join(", ", keys));
                return null;
        }
    }

    public IEnumerable<YamlSection> Sections(string key, string[] keys, int maximum)
    {
        var index = 0;
        foreach (var node in List(key, maximum, "a list of mappings with " + string.Join(", ", keys)))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{Full(key)}[{index++}]");
            if (node is YamlMappingNode mapping)
            {
                yield return new YamlSection(_file, path, mapping, keys, _errors);
            }
            else
            {
                Add(node, path, "is not a mapping", Shown(node), "a mapping with " + string.Join(", ", keys));
            }
        }
    }

    public string? Text(string key, int maximum, bool required = false)
    {
        var text = Scalar(key, required, $"1 to {maximum} characters");
        if (text is null || (text.Length >= 1 && text.Length <= maximum && !text.Any(char.IsControl)))
        {
            return text;
        }

        Report(key, "is empty, too long or holds control characters", $"1 to {maximum} characters");
        return null;
    }

    public T? Word<T>(string key, bool required = false)
        where T : struct, Enum
    {
        var text = Scalar(key, required, EnumWords<T>.Allowed);
        if (text is null || EnumWords<T>.TryParse(text, out var value))
        {
            return text is null ? null : EnumWords<T>.TryParse(text, out value) ? value : null;
        }

        Report(key, "is not an allowed value", EnumWords<T>.Allowed);
        return null;
    }

    public IReadOnlyList<T> Words<T>(string key)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var node in List(key, 32, "a list of " + EnumWords<T>.Allowed))
        {
            if (node is YamlScalarNode { Value: { } text } && EnumWords<T>.TryParse(text, out var value))
            {
                values.Add(value);
            }
            else
            {
                Add(node, Full(key), "holds a value that is not allowed", Shown(node), EnumWords<T>.Allowed);
            }
        }

        return [.. values.Distinct()];
    }

    public TimeSpan? Time(string key, TimeSpan minimum, TimeSpan maximum, bool required = false)
    {
        var text = Scalar(key, required, Duration.Allowed);
        if (text is null)
        {
            return null;
        }

        if (!Duration.TryParse(text, out var value))
        {
            Report(key, "is not a duration", Duration.Allowed);
            return null;
        }

        return Ranged(key, value, minimum, maximum, Duration.Format);
    }

    public long? Integer(string key, long minimum, long maximum)
    {
        var text = Scalar(key, required: false, $"{minimum} to {maximum}");
        if (text is null || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return text is null ? null
                : Ranged(key, long.Parse(text, CultureInfo.InvariantCulture), minimum, maximum, Plain);
        }

        Report(key, "is not a whole number", $"{minimum} to {maximum}");
        return null;
    }

    public double? Number(string key, double minimum, double maximum, bool required = false)
    {
        var allowed = $"{Plain(minimum)} to {Plain(maximum)}";
        var text = Scalar(key, required, allowed);
        if (text is null)
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowDecimalPoint;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var value))
        {
            Report(key, "is not a number", allowed);
            return null;
        }

        return Ranged(key, value, minimum, maximum, Plain);
    }

    public double? Share(string key, double minimum, double maximum, bool required = false)
    {
        var text = Scalar(key, required, Percentage.Allowed);
        if (text is null)
        {
            return null;
        }

        if (!Percentage.TryParse(text, out var value))
        {
            Report(key, "is not a percentage", Percentage.Allowed);
            return null;
        }

        return Ranged(key, value, minimum, maximum, Percentage.Format);
    }

    public bool? Flag(string key)
    {
        switch (Scalar(key, required: false, "true, false"))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Report(key, "is not true or false", "true, false");
                return null;
        }
    }

    public IReadOnlyList<int> Integers(string key, int minimum, int maximum, int count)
    {
        var values = new List<int>();
        foreach (var node in List(key, count, $"a list of numbers from {minimum} to {maximum}"))
        {
            var text = (node as YamlScalarNode)?.Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= minimum && value <= maximum)
            {
                values.Add(value);
            }
            else
            {
                Add(node, Full(key), "holds a value that is not allowed", Shown(node), $"{minimum} to {maximum}");
            }
        }

        return values;
    }

    public IReadOnlyList<string> Command(string key, bool required)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case YamlSequenceNode list:
                var words = list.Children.Select(node => (node as YamlScalarNode)?.Value ?? "\0").ToList();
                return CommandWords.AreWords(words) ? words : Wrong();
            default:
                return Scalar(key, required, CommandWords.Allowed) is not { } text ? []
                    : CommandWords.TrySplit(text, out var split) ? split : Wrong();
        }

        IReadOnlyList<string> Wrong()
        {
            Report(key, "is empty, too long, holds control characters or a quote that is not closed",
                CommandWords.Allowed);
            return [];
        }
    }

    public IReadOnlyDictionary<string, string> Texts(string key, int maximum, Regex name, string allowed)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (_values.GetValueOrDefault(key) is not { } node)
        {
            return texts;
        }

        if (node is not YamlMappingNode mapping || mapping.Children.Count > maximum)
        {
            Report(key, "is not a mapping, or too long", $"at most {maximum} texts by name");
            return texts;
        }

        foreach (var (each, value) in mapping.Children)
        {
            var word = (each as YamlScalarNode)?.Value ?? "";
            var text = (value as YamlScalarNode)?.Value;
            if (!name.IsMatch(word))
            {
                Add(each, Full(key), "holds a name that is not allowed", Shown(each), allowed);
            }
            else if (text is null || text.Length > CommandWords.MaximumCharacters || text.Any(char.IsControl))
            {
                Add(value, $"{Full(key)}.{word}", "is not a text of one line", null, "a text of one line");
            }
            else
            {
                texts[word] = text;
            }
        }

        return texts;
    }

    private T? Ranged<T>(string key, T value, T minimum, T maximum, Func<T, string> format)
        where T : struct, IComparable<T>
    {
        if (value.CompareTo(minimum) >= 0 && value.CompareTo(maximum) <= 0)
        {
            return value;
        }

        Report(key, "is out of range", $"{format(minimum)} to {format(maximum)}");
        return null;
    }

    private IReadOnlyList<YamlNode> List(string key, int maximum, string allowed)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case null:
                return [];
            case YamlSequenceNode list when list.Children.Count <= maximum:
                return [.. list.Children];
            case YamlSequenceNode:
                Report(key, "holds too many values", $"at most {maximum}");
                return [];
            default:
                Report(key, "is not a list", allowed);
                return [];
        }
    }

    private string? Scalar(string key, bool required, string allowed)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case null:
                if (required)
                {
                    Add(_mapping, Full(key), "is missing", null, allowed);
                }

                return null;
            case YamlScalarNode { Value: { } text } scalar when text.Length > 0 || scalar.Style != ScalarStyle.Plain:
                return text;
            default:
                Report(key, "is not a single value", allowed);
                return null;
        }
    }

    private void Add(YamlNode node, string key, string problem, string? value, string? allowed) =>
        _errors.Add(new YamlError
        {
            File = _file,
            Line = (int)node.Start.Line,
            Key = key,
            Value = value,
            Problem = problem,
            Allowed = allowed,
        });

    private string Full(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private static string Plain<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static string? Shown(YamlNode? node) => node switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 80 } text } => text[..80] + "…",
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };
}
