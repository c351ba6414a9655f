using System.Globalization;

namespace GuaranteeTracker.Api.Importing;

/// <param name="Repeated">How many were on record already.</param>
/// <param name="Lost">How many could not be read, or have no place in the record.</param>
internal sealed record ImportReport(int Recorded, int Repeated, int Refused, int Lost)
{
    public static ImportReport Nothing { get; } = new(0, 0, 0, 0);

    public bool IsWhole => Refused == 0 && Lost == 0;

    public ImportReport With(ImportWord word) => word switch
    {
        ImportWord.Recorded => this with { Recorded = Recorded + 1 },
        ImportWord.Repeated => this with { Repeated = Repeated + 1 },
        ImportWord.Refused => this with { Refused = Refused + 1 },
        _ => this with { Lost = Lost + 1 },
    };

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Recorded} recorded, {Repeated} on record already, {Refused} refused, {Lost} lost");
}
