using GuaranteeTracker.Api.Hosting.Security.Tokens;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuaranteeTracker.Api.Tests.Hosting.Tokens;

/// <summary>When the issuer is asked, and what becomes of callers when it does not answer.</summary>
public sealed class AskingTheIssuer : IAsyncLifetime, IDisposable
{
    private readonly FakeClock _clock = new();
    private Issuer _issuer = null!, _stranger = null!;
    private IssuerDocuments _documents = null!;
    private IssuerKeys _keys = null!;

    public async Task InitializeAsync()
    {
        (_issuer, _stranger) = (await Issuer.StartAsync(), await Issuer.StartAsync());
        Use(new() { Authority = _issuer.Address });
    }

    public async Task DisposeAsync()
    {
        await _issuer.DisposeAsync();
        await _stranger.DisposeAsync();
    }

    public void Dispose() => _documents.Dispose();

    [Fact]
    public async Task A_key_made_since_is_found_and_one_that_nobody_has_is_asked_for_once_in_ten_seconds()
    {
        await _keys.LookForAsync("first", default);
        _issuer.Keys.Add(new("made-since", "ES256"));

        await _keys.LookForAsync("made-since", default);
        (await IdsAsync()).Should().Contain("made-since");

        var asked = _issuer.Asked.Count;
        for (var i = 0; i < 50; i++)
        {
            await _keys.LookForAsync($"unheard-of-{i}", default);
        }

        _issuer.Asked.Count.Should().Be(asked);
        _clock.Pass(IssuerKeys.Pause);
        await _keys.LookForAsync("unheard-of", default);
        _issuer.Asked.Count.Should().Be(asked + 2, "metadata and keys");
    }

    [Fact]
    public async Task Fifty_callers_at_once_are_one_question()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _keys.LookForAsync("first", default)));

        _issuer.Asked.Count.Should().Be(2);
    }

    [Fact]
    public async Task A_key_taken_back_is_forgotten_within_the_hour()
    {
        await IdsAsync();
        _issuer.Keys.RemoveAt(0);
        _clock.Pass(IssuerKeys.Fresh);

        await Eventually.TrueAsync(async () => !(await IdsAsync()).Contains("first"), "it is asked anew beside the requests");
    }

    [Fact]
    public async Task What_was_known_goes_on_for_a_day_without_the_issuer_and_no_longer()
    {
        await IdsAsync();
        _issuer.IsAway = true;

        _clock.Pass(IssuerKeys.Usable - TimeSpan.FromSeconds(1));
        (await IdsAsync()).Should().Contain("first");
        _clock.Pass(TimeSpan.FromSeconds(1));
        await FluentActions.Awaiting(IdsAsync).Should().ThrowAsync<IssuerAwayException>();
    }

    [Fact]
    public async Task An_issuer_that_is_away_is_asked_every_ten_seconds()
    {
        _issuer.IsAway = true;
        for (var times = 0; times < 20; times++)
        {
            await FluentActions.Awaiting(IdsAsync).Should().ThrowAsync<IssuerAwayException>();
        }

        _issuer.Asked.Count.Should().Be(1);
        _issuer.IsAway = false;
        _clock.Pass(IssuerKeys.Pause);
        (await IdsAsync()).Should().Contain("first");
    }

    [Fact]
    public async Task Keys_at_another_host_are_not_asked_for_unless_the_settings_say_so()
    {
        _issuer.KeysElsewhere = _stranger.Address + "/keys";
        await FluentActions.Awaiting(IdsAsync).Should().ThrowAsync<IssuerAwayException>();
        _stranger.Asked.Should().BeEmpty();

        Use(new() { Authority = _issuer.Address, Keys = _issuer.KeysElsewhere });
        (await IdsAsync()).Should().Contain("first");
        _stranger.Asked.Should().Equal("/keys");
    }

    [Fact]
    public async Task An_issuer_s_word_that_others_know_more_leads_nowhere()
    {
        _issuer.Elsewhere = _stranger.Address + "/.well-known/openid-configuration";

        await FluentActions.Awaiting(IdsAsync).Should().ThrowAsync<IssuerAwayException>();
        _stranger.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task An_issuer_that_calls_itself_something_else_is_another_one()
    {
        _issuer.Name = _stranger.Address;

        await FluentActions.Awaiting(IdsAsync).Should().ThrowAsync<IssuerAwayException>();
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        _issuer.Padding = IssuerDocuments.LargestAnswer;

        await FluentActions.Awaiting(IdsAsync).Should().ThrowAsync<IssuerAwayException>();
    }

    private void Use(TokenSettings settings)
    {
        _documents?.Dispose();
        _documents = new(settings, TimeSpan.FromMinutes(2));
        _keys = new(settings, _documents, _clock, NullLogger<IssuerKeys>.Instance);
    }

    private async Task<List<string>> IdsAsync() => [.. (await _keys.GetConfigurationAsync(default)).SigningKeys.Select(key => key.KeyId)];
}
