namespace Rejoin.Reports;

/// <summary>The lengths and places of a drawing's shapes.</summary>
internal enum DrawingMeasure
{
    X,
    Y,
    X1,
    X2,
    Y1,
    Y2,
    CentreX,
    CentreY,
    Radius,
    Width,
    Height,
}
