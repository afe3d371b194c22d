using System.Globalization;

namespace Rejoin.Reports;

/// <summary>An attribute that a report may hold. There is one factory for each kind and no other way to make one: no
/// event handler, no style, and no address but a place in the same file.</summary>
internal readonly record struct Attr
{
    private Attr(string name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>Name as it is written.</summary>
    public string Name { get; }

    /// <summary>Value, not yet escaped.</summary>
    public string Value { get; }

    public static Attr Class(string names) => new("class", names);

    public static Attr Id(Anchor anchor) => new("id", anchor.Id);

    /// <summary>A link to a place in this file.</summary>
    public static Attr To(Anchor anchor) => new("href", "#" + anchor.Id);

    public static Attr Language(string code) => new("lang", code);

    public static Attr Encoding(string name) => new("charset", name);

    public static Attr Named(string name) => new("name", name);

    public static Attr Rule(string name) => new("http-equiv", name);

    public static Attr Content(string value) => new("content", value);

    public static Attr Role(string role) => new("role", role);

    public static Attr Scope(string scope) => new("scope", scope);

    public static Attr Span(int columns) => new("colspan", Whole(columns));

    public static Attr Start(int number) => new("start", Whole(number));

    public static Attr Hint(string text) => new("title", text);

    public static Attr TabStop(int index) => new("tabindex", Whole(index));

    /// <summary>A name for those who do not see the element.</summary>
    public static Attr Spoken(string name) => new("aria-label", name);

    /// <summary>The element that names this one.</summary>
    public static Attr NamedBy(Anchor anchor) => new("aria-labelledby", anchor.Id);

    /// <summary>The element only repeats what its neighbours say.</summary>
    public static Attr Decorative { get; } = new("aria-hidden", "true");

    public static Attr Open { get; } = new("open", "");

    public static Attr ViewBox(double width, double height) => new("viewBox", $"0 0 {Number(width)} {Number(height)}");

    public static Attr Shape(string path) => new("d", path);

    /// <summary>A length or place in a drawing: <c>x</c>, <c>y</c>, <c>r</c>, <c>width</c> and so on.</summary>
    public static Attr Measure(DrawingMeasure measure, double value) => new(NameOf(measure), Number(value));

    /// <summary>A number of a drawing, with a tenth at most: nothing smaller is seen.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(DrawingMeasure measure) => measure switch
    {
        DrawingMeasure.X => "x",
        DrawingMeasure.Y => "y",
        DrawingMeasure.X1 => "x1",
        DrawingMeasure.X2 => "x2",
        DrawingMeasure.Y1 => "y1",
        DrawingMeasure.Y2 => "y2",
        DrawingMeasure.CentreX => "cx",
        DrawingMeasure.CentreY => "cy",
        DrawingMeasure.Radius => "r",
        DrawingMeasure.Width => "width",
        _ => "height",
    };
}
