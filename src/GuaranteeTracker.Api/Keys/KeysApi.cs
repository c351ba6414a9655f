using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Keys;

/// <summary>The routes of keys, for administrators. No answer is kept anywhere: one of them holds a key.</summary>
internal static class KeysApi
{
    public const string Path = "/api/keys";

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

        if (await store.AddAsync(wanted, await analysts.OfAsync(http.User, cancellation), cancellation) is not { } added)
        {
            return new ProblemResult(new(409, "key-id-taken", $"There is a key {wanted.Id} already, and it cannot be shown again. Revoke it if nobody has it, and send another id."));
        }

        ring.Forget();
        audit.Done(http, "key-added", $"key {wanted.Id}, role {RoleWords.Of(wanted.Role)}, analyst {added.Analyst}");
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.Location = address.Of($"{Path}/{wanted.Id}");
        return Answer(http, new AddedKeyView(KeyView.Of((await store.FindAsync(wanted.Id, cancellation))!), added.Text));
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

        var isNews = await store.RevokeAsync(id, await analysts.OfAsync(http.User, cancellation), cancellation);
        ring.Forget();
        if (await store.FindAsync(id, cancellation) is not { } key)
        {
            return new ProblemResult(Problems.NotFound("key", id));
        }

        if (isNews)
        {
            audit.Done(http, "key-revoked", $"key {id}, role {RoleWords.Of(key.Role)}, analyst {key.Analyst}{(reason.Length > 0 ? $", reason: {reason}" : "")}");
        }

        return Answer(http, KeyView.Of(key));
    }

    private static IResult Answer(HttpContext http, object value)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(value, Json.Options);
    }
}
