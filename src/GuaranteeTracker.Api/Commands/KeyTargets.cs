using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Keys;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Commands;

/// <summary>Where keys are administered. Whatever is refused is an <see cref="UnusableInputException"/>.</summary>
internal interface IKeyTarget : IAsyncDisposable
{
    Task<AddedKeyView> AddAsync(AddKey key, CancellationToken cancellation);

    Task<KeyListView> ListAsync(CancellationToken cancellation);

    Task<KeyView> RevokeAsync(Guid id, CancellationToken cancellation);
}

/// <summary>In this installation's own database.</summary>
internal sealed class LocalKeys(LocalStore store) : IKeyTarget
{
    public async Task<AddedKeyView> AddAsync(AddKey key, CancellationToken cancellation)
    {
        if (key.Parse(DateTime.UtcNow).Refuse(out var refusal, out var wanted))
        {
            throw new UnusableInputException(Refusals.Describe(refusal.Because, Problems.Of(refusal).Errors));
        }

        var added = await store.Keys.AddAsync(wanted, by: null, cancellation) ?? throw new UnusableInputException($"There is a key {wanted.Id} already.");
        return new(KeyView.Of(added.Key), added.Text);
    }

    public async Task<KeyListView> ListAsync(CancellationToken cancellation) => KeyListView.Of(await store.Keys.ListAsync(cancellation));

    public async Task<KeyView> RevokeAsync(Guid id, CancellationToken cancellation)
    {
        await store.Keys.RevokeAsync(id, by: null);
        return KeyView.Of(await store.Keys.FindAsync(id, cancellation) ?? throw new UnusableInputException(Problems.NotFound("key", id).Detail));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}

/// <summary>At a service, over HTTP.</summary>
/// <param name="url">The service's PublicUrl.</param>
/// <param name="key">An admin's.</param>
internal sealed class RemoteKeys(Uri url, string? key) : IKeyTarget
{
    private readonly RemoteService _service = new(url, key);

    public Task<AddedKeyView> AddAsync(AddKey key, CancellationToken cancellation) => ReadAsync<AddedKeyView>(_service.PostAsync(Relative, JsonContent.Create(key, options: Json.Options), cancellation), cancellation);

    public Task<KeyListView> ListAsync(CancellationToken cancellation) => ReadAsync<KeyListView>(_service.GetAsync(Relative, cancellation), cancellation);

    public Task<KeyView> RevokeAsync(Guid id, CancellationToken cancellation) =>
        ReadAsync<KeyView>(_service.PostAsync($"{Relative}/{id}/revocation", JsonContent.Create(new JsonObject()), cancellation), cancellation);

    public ValueTask DisposeAsync()
    {
        _service.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Relative => KeysApi.Path.TrimStart('/');

    private async Task<T> ReadAsync<T>(Task<HttpResponseMessage> answering, CancellationToken cancellation)
    {
        using var answer = await answering;
        return answer.IsSuccessStatusCode
            ? (await _service.ReadAsync(answer, cancellation)).Deserialize<T>(Json.Options)!
            : throw new UnusableInputException(await RemoteService.ExplainAsync(answer, cancellation));
    }
}
