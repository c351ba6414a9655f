using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Reading;

/// <summary>A page of a list.</summary>
/// <param name="Known">The checkpoint that the whole walk through the list is taken at.</param>
/// <param name="Next">Address of the next page; null on the last one.</param>
internal sealed record ListPage<T>(Known Known, IReadOnlyList<T> Items, string? Next);

/// <summary>Pages through catalogues at a checkpoint, by key.</summary>
internal sealed class Lists(RecordReader record, PublicAddress address)
{
    /// <param name="path">The list's own path.</param>
    /// <param name="rows">All rows with their keys; keys are distinct.</param>
    public Task<IResult> AnswerAsync<T>(HttpContext http, string path, Func<KnownRecord, IEnumerable<(string Key, T Row)>> rows, CancellationToken cancellation) =>
        AnswerAsync(http, path, null, rows, (_, shown, _) => Task.FromResult(shown), cancellation);

    /// <param name="path">The list's own path.</param>
    /// <param name="wish">What the rows were found by, as <c>q</c> has it; null for all there are.</param>
    /// <param name="rows">All rows with their keys; keys are distinct, and the same for as long as K and the wish are.</param>
    /// <param name="finish">Makes items of the rows that are on the page.</param>
    public async Task<IResult> AnswerAsync<TRow, TItem>(
        HttpContext http, string path, string? wish, Func<KnownRecord, IEnumerable<(string Key, TRow Row)>> rows,
        Func<KnownRecord, IReadOnlyList<TRow>, CancellationToken, Task<IReadOnlyList<TItem>>> finish, CancellationToken cancellation)
    {
        if (PageLimit.TryRead(http, out var limit) is { } problem)
        {
            return new ProblemResult(problem);
        }

        var list = wish is null ? path : $"{path}?q={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wish)))}";
        var (held, after) = await StartAsync(http, list, cancellation);
        if (held is null)
        {
            return new ProblemResult(Cursor.Refused);
        }

        var found = rows(held)
            .Where(row => string.CompareOrdinal(row.Key, after) > 0)
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .Take(limit + 1).ToList();

        var next = found.Count > limit
            ? address.Of(Links.To(path, ("q", wish), ("limit", limit.ToString(CultureInfo.InvariantCulture)), ("cursor", new Cursor(list, held.K, found[limit - 1].Key).Write())))
            : null;
        if (next is not null)
        {
            http.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"");
        }

        return ReadAnswer.Current(http, new ListPage<TItem>(held.Known, await finish(held, [.. found.Take(limit).Select(row => row.Row)], cancellation), next));
    }

    private async Task<(KnownRecord? Held, string After)> StartAsync(HttpContext http, string list, CancellationToken cancellation)
    {
        var text = http.Request.Query["cursor"];
        if (text.Count == 0)
        {
            return (await record.ReadSettledAsync(cancellation), "");
        }

        return text.Count == 1 && Cursor.Read(text[0]!, list) is { } cursor
            ? (await record.ReadAsync(new KnownAt.Sequence(cursor.Sequence), cancellation), cursor.After)
            : (null, "");
    }
}
