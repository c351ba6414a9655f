using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Sources;

/// <summary>Reads the kept texts of sources.</summary>
internal static class SourceTexts
{
    private const string TextOf = $"select text from {Tables.SourceTexts} where sha256 = $1";

    /// <returns>Null where it was taken down.</returns>
    public static async Task<string?> FindTextAsync(this NpgsqlDataSource database, string sha256, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(TextOf);
        command.Parameters.Add(new() { Value = sha256 });
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }
}
