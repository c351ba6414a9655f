using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Ledger;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Microsoft.AspNetCore.Components;

namespace GuaranteeTracker.Api.Pages;

/// <summary>
/// Answers with pages. What a page shows of a D and a K never changes; how it shows it may, with a later version of this
/// service, so no page may be kept without asking again.
/// </summary>
internal sealed class PageAnswers(Moments moments, PageRenderer renderer, LedgerCheckpoints checkpoints)
{
    /// <summary>A page about what was known at the address's knownAt, or is known now.</summary>
    /// <param name="prepare">Gives what the page shows, or a <see cref="Problem"/>.</param>
    /// <param name="link">What the head says of other states of the same page, given K where the address has one.</param>
    public async Task<IResult> AnswerAsync<TPage>(
        HttpContext http, Func<KnownRecord, Task<object>> prepare, CancellationToken cancellation, Func<Known?, IReadOnlyList<(string Name, string Value)>>? link = null)
        where TPage : IComponent
    {
        if (Snapshots.RefuseVersion(http) is { } otherVersion)
        {
            return new ProblemResult(otherVersion);
        }

        var (record, isPinned, problem) = await moments.ReadAsync(http, cancellation);
        return record is null
            ? new ProblemResult(problem!)
            : await AnswerAsync<TPage>(http, await prepare(record), record.Known, link?.Invoke(isPinned ? record.Known : null), cancellation);
    }

    /// <summary>A page about what was known at a K: its foot names the first checkpoint that covers it, which stays the same.</summary>
    /// <param name="model">What the page shows, or a <see cref="Problem"/>.</param>
    /// <param name="known">K.</param>
    /// <param name="headers">What else its head says.</param>
    public async Task<IResult> AnswerAsync<TPage>(
        HttpContext http, object model, Known known, IReadOnlyList<(string Name, string Value)>? headers, CancellationToken cancellation)
        where TPage : IComponent
    {
        if (model is Problem problem)
        {
            return new ProblemResult(problem);
        }

        var checkpoint = await checkpoints.CoveringAsync(known, cancellation) ?? (known.Pending > 0 ? await checkpoints.LastAsync(cancellation) : null);
        return ReadAnswer.Current(http, await renderer.RenderAsync<TPage>(model, PageCheckpoint.Of(checkpoint, known.Pending)), headers: headers);
    }

    /// <summary>A page about something as it is now: its foot names the last checkpoint, which makes no other page of it to those who have it already.</summary>
    /// <param name="model">What the page shows, or a <see cref="Problem"/>.</param>
    /// <param name="dependsOnCaller">Whether those with a key are shown more.</param>
    public async Task<IResult> AnswerAsync<TPage>(HttpContext http, object model, CancellationToken cancellation, bool dependsOnCaller = false)
        where TPage : IComponent
    {
        if (model is Problem problem)
        {
            return new ProblemResult(problem);
        }

        var page = await renderer.RenderAsync<TPage>(model, PageCheckpoint.Of(await checkpoints.LastAsync(cancellation), pending: null));
        return ReadAnswer.Current(http, page, page.WithoutDate(), dependsOnCaller);
    }
}
