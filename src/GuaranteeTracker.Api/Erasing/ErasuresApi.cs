using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Erasing;

/// <summary>The routes of what is removed for good.</summary>
internal static class ErasuresApi
{
    public static void MapErasures(this IEndpointRouteBuilder app)
    {
        var erasures = app.MapGroup(ErasureList.Path).WithTags("Erasures");
        erasures.MapPost("", EraseAsync).Records<ErasureView>("erase", "Remove an analyst's name, a key's label or a source's text for good", creates: true, policy: Access.Administering)
            .WithDescription(
                "No event changes: hashes, and the words that claims quote, stay; so does the fact of the removal, with its reason, which everybody may read where it is a text. "
                + "All sources with the same text are without it then: sources names them. 200 with the first fact where it was erased already.");
        erasures.MapRead("", ListAsync).Reads<ErasuresPage>("listErasures", "What was removed for good, when and why, the latest first: texts; for admins names and labels as well").Takes(AddressParameter.Paging);
    }

    private static Task<IResult> EraseAsync(Erase request, Eraser eraser, RecordingEndpoint endpoint, Audit audit, HttpContext http, CancellationToken cancellation) =>
        endpoint.RunAsync(http, request, async context =>
        {
            var outcome = await eraser.EraseAsync(request, context, cancellation);
            var subject = $"{request.Kind} {request.Subject}, by {context.Provenance.Analyst}";
            if (outcome is Outcome.Recorded { IsNew: true })
            {
                audit.Done(http, "erased", subject);
            }
            else if (outcome is Outcome.Refused { Problem: var problem } && problem == Problems.OutcomeUnknown)
            {
                audit.Unknown(http, "erased", subject);
            }

            return outcome;
        });

    private static Task<IResult> ListAsync(ErasureList erasures, HttpContext http, CancellationToken cancellation) => erasures.AnswerAsync(http, cancellation);
}
