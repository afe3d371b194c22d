namespace Rejoin.Reports;

/// <summary>An element that a report may hold: a closed list, so that a text of a service cannot name
/// another.</summary>
internal sealed class Tag
{
    private Tag(string name, bool isVoid = false, bool isInline = false)
    {
        Name = name;
        IsVoid = isVoid;
        IsInline = isInline;
    }

    /// <summary>Name as it is written.</summary>
    public string Name { get; }

    /// <summary>Whether it has neither content nor an end tag.</summary>
    public bool IsVoid { get; }

    /// <summary>Whether it stands in a line of text, where a line end would be a space.</summary>
    public bool IsInline { get; }

    public static Tag Html { get; } = new("html");
    public static Tag Head { get; } = new("head");
    public static Tag Meta { get; } = new("meta", isVoid: true);
    public static Tag Title { get; } = new("title");
    public static Tag Body { get; } = new("body");
    public static Tag Header { get; } = new("header");
    public static Tag Main { get; } = new("main");
    public static Tag Nav { get; } = new("nav");
    public static Tag Footer { get; } = new("footer");
    public static Tag Section { get; } = new("section");
    public static Tag Article { get; } = new("article");
    public static Tag Div { get; } = new("div");
    public static Tag Figure { get; } = new("figure");
    public static Tag FigureCaption { get; } = new("figcaption");
    public static Tag Heading1 { get; } = new("h1");
    public static Tag Heading2 { get; } = new("h2");
    public static Tag Heading3 { get; } = new("h3");
    public static Tag Heading4 { get; } = new("h4");
    public static Tag Paragraph { get; } = new("p");
    public static Tag Span { get; } = new("span", isInline: true);
    public static Tag Strong { get; } = new("strong", isInline: true);
    public static Tag Code { get; } = new("code", isInline: true);
    public static Tag Preformatted { get; } = new("pre", isInline: true);
    public static Tag Link { get; } = new("a", isInline: true);
    public static Tag List { get; } = new("ul");
    public static Tag OrderedList { get; } = new("ol");
    public static Tag Item { get; } = new("li");
    public static Tag Terms { get; } = new("dl");
    public static Tag Term { get; } = new("dt");
    public static Tag Definition { get; } = new("dd");
    public static Tag Details { get; } = new("details");
    public static Tag Summary { get; } = new("summary", isInline: true);
    public static Tag Table { get; } = new("table");
    public static Tag Caption { get; } = new("caption");
    public static Tag TableHead { get; } = new("thead");
    public static Tag TableBody { get; } = new("tbody");
    public static Tag Row { get; } = new("tr");
    public static Tag HeadCell { get; } = new("th");
    public static Tag Cell { get; } = new("td");
    public static Tag Drawing { get; } = new("svg", isInline: true);
    public static Tag Symbol { get; } = new("symbol");
    public static Tag Use { get; } = new("use", isInline: true);
    public static Tag Group { get; } = new("g");
    public static Tag Path { get; } = new("path", isInline: true);
    public static Tag Line { get; } = new("line", isInline: true);
    public static Tag Rectangle { get; } = new("rect", isInline: true);
    public static Tag Circle { get; } = new("circle", isInline: true);
    public static Tag Label { get; } = new("text", isInline: true);
}
