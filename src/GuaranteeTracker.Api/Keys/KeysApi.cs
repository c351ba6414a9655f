using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Keys;

/// <summary>The routes of keys, for administrators. No answer is kept anywhere: one of them holds a key.</summary>
internal static class KeysApi
{
    public const string Path = "/api/keys";

    private const string Added = "key-added", Revoked = "key-revoked";

    public static void MapKeys(this IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup(Path).WithTags("Keys");
        keys.MapPost("", AddAsync).Administers<AddedKeyView>("addKey", "Make a key", creates: true)
            .WithDescription("The answer shows the key this once: only its hash is kept. With an id of your own, a request whose answer got lost is 409 when it is sent again: revoke that key, and make another.");
        keys.MapRead("", ListAsync).Reads<KeyListView>("listKeys", "All keys, those in force first", Access.Administering);
        keys.MapRead("/{id:guid}", GetAsync).Reads<KeyView>("getKey", "A key: whose, which role, and since when", Access.Administering);
        keys.MapPost("/{id:guid}/revocation", RevokeAsync).Administers<KeyView>("revokeKey", "Revoke a key, for good")
            .WithDescription("It is in force on no node 5 seconds later. Revoked again it stays as it was.");
    }

    private static async Task<IResult> AddAsync(AddKey request, KeyStore store, KeyRing ring, AnalystDirectory analysts, Audit audit, TimeProvider clock, PublicAddress address, HttpContext http, CancellationToken cancellation)
    {
        if (http.Request.Headers.ContainsKey(RecordingEndpoint.KeyHeader))
        {
            return new ProblemResult(new(400, "bad-header", "No Idempotency-Key here, since an answer that holds a key is not kept: send an id of your own."));
        }

        if (request.Parse(clock.GetUtcNow().UtcDateTime).Refuse(out var refusal, out var wanted))
        {
            return new ProblemResult(Problems.Of(refusal));
        }

        var by = await analysts.OfAsync(http.User, cancellation);
        try
        {
            if (await store.AddAsync(wanted, by, cancellation) is not { } added)
            {
                return new ProblemResult(new(409, "key-id-taken", $"There is a key {wanted.Id} already, and it cannot be shown again. Revoke it if nobody has it, and send another id."));
            }

            audit.Done(http, Added, $"{Subject(wanted.Id, wanted.Role, added.Key.Analyst)}, by {by}");
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.Headers.Location = address.Of($"{Path}/{wanted.Id}");
            return Answer(http, new AddedKeyView(KeyView.Of(added.Key), added.Text));
        }
        catch (OutcomeUnknownException)
        {
            audit.Unknown(http, Added, $"key {wanted.Id}, role {RoleWords.Of(wanted.Role)}, by {by}");
            return new ProblemResult(Problems.OutcomeUnknown with { Detail = $"Nobody knows yet whether the key {wanted.Id} was made: the database went away meanwhile. It cannot be shown again: revoke it where the list has it, and make another." });
        }
        finally
        {
            ring.Forget();
        }
    }

    private static async Task<IResult> ListAsync(KeyStore store, HttpContext http, CancellationToken cancellation) =>
        Answer(http, KeyListView.Of(await store.ListAsync(cancellation)));

    private static async Task<IResult> GetAsync(Guid id, KeyStore store, HttpContext http, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } key ? Answer(http, KeyView.Of(key)) : new ProblemResult(Problems.NotFound("key", id));

    private static async Task<IResult> RevokeAsync(Guid id, RevokeKey? request, KeyStore store, KeyRing ring, AnalystDirectory analysts, Audit audit, HttpContext http, CancellationToken cancellation)
    {
        if ((request ?? new()).Parse().Refuse(out var refusal, out var reason))
        {
            return new ProblemResult(Problems.Of(refusal));
        }

        var by = await analysts.OfAsync(http.User, cancellation);
        var because = reason.Length > 0 ? $", reason: {reason}" : "";
        try
        {
            if (await store.RevokeAsync(id, by) is { } revoked)
            {
                audit.Done(http, Revoked, $"{Subject(id, revoked.Role, revoked.Analyst)}, by {by}{because}");
            }
        }
        catch (OutcomeUnknownException)
        {
            audit.Unknown(http, Revoked, $"key {id}, by {by}{because}");
            return new ProblemResult(Problems.OutcomeUnknown with { Detail = "Nobody knows yet whether the key is revoked: the database went away meanwhile. Send the same request again." });
        }
        finally
        {
            ring.Forget();
        }

        return await GetAsync(id, store, http, cancellation);
    }

    private static string Subject(Guid id, Role role, Guid analyst) => $"key {id}, role {RoleWords.Of(role)}, analyst {analyst}";

    private static IResult Answer(HttpContext http, object value)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(value, Json.Options);
    }
}
