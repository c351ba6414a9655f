using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Tests.Sources;

/// <summary>A document, and the request that registers it.</summary>
internal static class Documents
{
    public static readonly Guid Id = Guid.Parse("11111111-1111-1111-1111-111111111111");
    public static readonly Guid Earlier = Guid.Parse("22222222-2222-2222-2222-222222222222");
    public static readonly DateTime Now = new(2025, 8, 21, 10, 0, 0, DateTimeKind.Utc);

    public static readonly RegisterSource Request = new()
    {
        Url = "https://www.independent.co.uk/news/ukraine.html",
        Publisher = "The Independent",
        Title = "What security guarantees could look like",
        Published = "2025-08-20",
        Language = "en",
        Text = "abc",
    };

    public static readonly SourceRegistered Registered = new(
        Id, "https://www.independent.co.uk/news/ukraine.html", "The Independent", "What security guarantees could look like", new DateOnly(2025, 8, 20), "en",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3, null);

    public static Chapter<Source, ISourceFact> Given(params ISourceFact[] facts) => new(facts.Aggregate((Source?)null, Source.Evolve));

    public static Func<Source?, Decision<ISourceFact>> Registering(RegisterSource request) => source => request.Decide(source, Id, Now, id => id == Earlier);

    public static Func<Source?, Decision<ISourceFact>> Withdrawing(string? reason) => new WithdrawSource { Reason = reason }.Decide;
}
