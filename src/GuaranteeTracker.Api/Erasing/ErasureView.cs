using GuaranteeTracker.Domain.Writing;
using Npgsql;

namespace GuaranteeTracker.Api.Erasing;

/// <summary>The fact that something was erased, as it is answered.</summary>
/// <param name="Subject">The analyst's pseudonym, the key's id, or the id of the source that was named.</param>
/// <param name="Sha256">Of a text, as its sources have it; else null.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">The pseudonym of who erased it, for callers with the role reader; else null.</param>
/// <param name="Sources">Every source that is without its text since, in the answer to the erasure itself; else null.</param>
internal sealed record ErasureView(Guid Id, ErasureKind Kind, Guid Subject, string? Sha256, string Reason, DateTime At, Guid? By, IReadOnlyList<Guid>? Sources)
{
    public const string Columns = "id, kind, subject, reason, at, \"by\"";

    /// <summary>From a row with the <see cref="Columns"/>.</summary>
    public static ErasureView Read(NpgsqlDataReader row)
    {
        var subject = row.GetString(2).Split(' ');
        return new(
            row.GetGuid(0), EnumWords.TryParse<ErasureKind>(row.GetString(1), out var kind) ? kind : throw new NotSupportedException($"{row.GetString(1)} is no kind of erasure."),
            Guid.Parse(subject[^1]), subject.Length > 1 ? subject[0] : null, row.GetString(3), row.GetDateTime(4), row.GetGuid(5), null);
    }
}
