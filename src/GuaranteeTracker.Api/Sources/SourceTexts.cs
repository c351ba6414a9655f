using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Sources;

/// <summary>Reads the kept texts of sources.</summary>
internal static class SourceTexts
{
    /// <returns>Null where it was taken down.</returns>
    public static async Task<string?> FindTextAsync(this NpgsqlDataSource database, string sha256, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        return await transaction.TextAsync(sha256, cancellation);
    }
}
