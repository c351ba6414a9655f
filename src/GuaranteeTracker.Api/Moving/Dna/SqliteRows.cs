using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GuaranteeTracker.Api.Moving.Dna;

internal static class SqliteRows
{
    /// <summary>The value as text, whatever its type; empty for null.</summary>
    public static string Word(this SqliteDataReader row, int column) =>
        row.GetValue(column) switch
        {
            DBNull => "",
            byte[] => "",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
