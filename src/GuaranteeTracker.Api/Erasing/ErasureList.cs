using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace GuaranteeTracker.Api.Erasing;

/// <summary>A page of what was erased.</summary>
/// <param name="Next">Address of the next page; null on the last one.</param>
internal sealed record ErasuresPage(IReadOnlyList<ErasureView> Items, string? Next);

/// <summary>Everything that was erased, the latest first: texts for all who read, names and labels for admins.</summary>
internal sealed class ErasureList(NpgsqlDataSource database, PublicAddress address)
{
    public const string Path = "/api/erasures";

    private const string Page =
        $"""
        select {ErasureView.Columns} from {Tables.Erasures}
        where ($1 or kind = '{Takedowns.Kind}') and (at, id) < ($2, $3) order by at desc, id desc limit $4
        """;

    public async Task<IResult> AnswerAsync(HttpContext http, CancellationToken cancellation)
    {
        if (Problems.First(KnownParameters.Refuse(http), PageLimit.TryRead(http, out var limit)) is { } problem)
        {
            return new ProblemResult(problem);
        }

        if (!TryReadCursor(http, out var at, out var id))
        {
            return new ProblemResult(Cursor.Refused);
        }

        var role = http.User.RoleOf();
        var found = await ReadAsync(role >= Role.Admin, at, id, limit + 1, cancellation);
        var shown = found.Take(limit).Select(erasure => role >= Role.Reader ? erasure : erasure with { By = null }).ToList();
        var next = found.Count > limit
            ? address.Of(Links.To(Path, ("limit", limit.ToString(CultureInfo.InvariantCulture)), ("cursor", new Cursor(Path, 0, $"{shown[^1].At:O} {shown[^1].Id}").Write())))
            : null;
        if (next is not null)
        {
            http.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"");
        }

        return ReadAnswer.Current(http, new ErasuresPage(shown, next), dependsOnCaller: true);
    }

    private async Task<List<ErasureView>> ReadAsync(bool all, DateTime at, Guid id, int count, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Page);
        foreach (var argument in (object[])[all, at, id, count])
        {
            command.Parameters.Add(new() { Value = argument });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var erasures = new List<ErasureView>();
        while (await reader.ReadAsync(cancellation))
        {
            erasures.Add(ErasureView.Read(reader));
        }

        return erasures;
    }

    /// <summary>Before which erasure the page begins; infinity for the first.</summary>
    private static bool TryReadCursor(HttpContext http, out DateTime at, out Guid id)
    {
        (at, id) = (DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), Guid.AllBitsSet);
        var given = http.Request.Query["cursor"];
        return given.Count == 0 || (given.Count == 1 && Cursor.Read(given[0]!, Path)?.After.Split(' ') is [var moment, var key]
            && DateTime.TryParseExact(moment, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out at) && at.Kind == DateTimeKind.Utc
            && Guid.TryParseExact(key, "D", out id));
    }
}
