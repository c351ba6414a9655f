using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Encounters;
using Marten;

namespace GuaranteeTracker.Api.Encounters;

/// <summary>The routes of encounters.</summary>
internal static class EncountersApi
{
    private const string Path = "/api/encounters";

    public static void MapEncounters(this IEndpointRouteBuilder app)
    {
        var encounters = app.MapGroup(Path).WithTags("Encounters");
        encounters.MapPost("", RecordAsync).Records<EncounterView>("recordEncounter", "Record a meeting, call or summit", creates: true);
        encounters.MapPost("/{id:guid}/correction", CorrectAsync).Records<EncounterView>("correctEncounter", "Correct an encounter");
        encounters.MapRead("", ListAsync).Reads<ListPage<EncounterView>>("listEncounters", "All encounters, by their first possible moment").Takes(AddressParameter.Paging);
        encounters.MapRead("/{id:guid}", GetAsync).Reads<EncounterView>("getEncounter", "An encounter, as it is now");
    }

    private static Task<IResult> RecordAsync(RecordEncounter request, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, EncounterRecordings.Of(request), cancellation);

    private static Task<IResult> CorrectAsync(Guid id, CorrectEncounter request, RecordingEndpoint endpoint, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, EncounterRecordings.Of(id, request), cancellation);

    private static Task<IResult> ListAsync(Lists lists, HttpContext http, CancellationToken cancellation) =>
        lists.AnswerAsync(
            http, Path, record => record.Catalogue.Encounters.AllAt(record.K).Select(encounter => (KeyOf(encounter.State), EncounterView.Of(encounter.State, encounter.Version))), cancellation);

    private static async Task<IResult> GetAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken cancellation) =>
        await EncounterView.FindAsync(session, id, cancellation) is { } encounter
            ? ReadAnswer.Versioned(http, encounter, encounter.Version)
            : new ProblemResult(Problems.NotFound("encounter", id));

    private static string KeyOf(Encounter encounter) =>
        string.Create(CultureInfo.InvariantCulture, $"{encounter.Content.Date.Earliest:yyyy-MM-ddTHH:mm:ss.ffffff} {encounter.Id}");
}
