using System.Globalization;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>Ids of whatever kind in an order people expect: 2 before 10, and numbers before what is none.</summary>
internal static class NumberedIds
{
    public static Comparer<string> Order { get; } = Comparer<string>.Create((a, b) => (Number(a), Number(b)) switch
    {
        ({ } x, { } y) when x != y => x.CompareTo(y),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(a, b),
    });

    private static long? Number(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
