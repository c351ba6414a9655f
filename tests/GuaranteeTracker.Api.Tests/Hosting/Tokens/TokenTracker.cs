using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Hosting.Tokens;

/// <summary>Takes the tokens of an issuer. In Development, where issuers may speak plain HTTP.</summary>
public class TokenTracker : Tracker
{
    internal Issuer Issuer { get; private set; } = null!;

    /// <summary>Whoever it is, nobody has a reason to ask it anything.</summary>
    internal Issuer Stranger { get; private set; } = null!;

    /// <summary>Whether the service knows the issuer's keys.</summary>
    protected virtual bool IsAcquainted => true;

    protected override IEnumerable<string> Settings =>
    [
        "--environment=Development", "--GuaranteeTracker:SeedOnStart=false", $"--GuaranteeTracker:Tokens:Authority={Issuer.Address}", $"--GuaranteeTracker:Tokens:Audience={Issuer.Audience}",
    ];

    public override async Task InitializeAsync()
    {
        (Issuer, Stranger) = (await Issuer.StartAsync(), await Issuer.StartAsync());
        await base.InitializeAsync();
        if (IsAcquainted)
        {
            await Eventually.TrueAsync(async () => (await AskAsync(Issuer.Token())).IsSuccessStatusCode, "the issuer answers, if not in time on a busy machine", TimeSpan.FromMinutes(5));
        }
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Issuer.DisposeAsync();
        await Stranger.DisposeAsync();
    }

    /// <summary>Asks for something that needs the role reader.</summary>
    public async Task<HttpResponseMessage> AskAsync(string token)
    {
        using var caller = Client(token);
        return await caller.GetAsync("/api/events");
    }
}

/// <summary>Has not asked its issuer for anything yet.</summary>
public sealed class StrangeTokenTracker : TokenTracker
{
    protected override bool IsAcquainted => false;
}
