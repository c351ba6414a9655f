using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Images of one thing's positions over time, at its page's address.</summary>
/// <param name="What">As problems call it.</param>
/// <param name="Path">Of its page, without its id.</param>
/// <param name="IsOnRecord">At the record's K.</param>
internal sealed record LaneImages(string What, string Path, Func<KnownRecord, string, bool> IsOnRecord, Func<KnownRecord, string, Task<Lanes>> ReadAsync)
{
    public void Map(IEndpointRouteBuilder app, string tag, string name, string summary) =>
        app.MapImages(Path + "/{id}", tag, name, summary, Get, AddressParameter.KnownAt, AddressParameter.Version);

    private Delegate Get(Format format) =>
        (string id, Snapshots snapshots, PublicAddress address, HttpContext http, CancellationToken cancellation) => GetAsync(format, id, snapshots, address, http, cancellation);

    private async Task<IResult> GetAsync(Format format, string id, Snapshots snapshots, PublicAddress address, HttpContext http, CancellationToken cancellation) =>
        snapshots.Find(http, format) is { } kept ? kept
        : !Slug.IsValid(id) ? new ProblemResult(Problems.NotFound(What, "of that name"))
        : await snapshots.AnswerAsync(http, $"{Path}/{id}.{format.Name}", [], record => DrawAsync(format, id, record, address), cancellation);

    private async Task<object> DrawAsync(Format format, string id, KnownRecord record, PublicAddress address)
    {
        if (!IsOnRecord(record, id))
        {
            return Problems.NotFound(What, id);
        }

        var lanes = await ReadAsync(record, id);
        return format.Write(LaneChart.Image(lanes, Provenance.Foot(lanes, record), Provenance.Address(address, $"{Path}/{id}", record)));
    }
}
