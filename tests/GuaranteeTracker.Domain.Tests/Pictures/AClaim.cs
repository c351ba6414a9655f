using System.Globalization;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Tests.Pictures;

/// <summary>A claim in few words: what a test does not name is ordinary.</summary>
internal sealed record AClaim(int Number)
{
    public string Actor { get; init; } = "us";

    public string Topic { get; init; } = "air-support";

    public Stance Stance { get; init; } = Stance.Supports;

    public Voice Voice { get; init; } = Voice.Quote;

    public string? Speaker { get; init; }

    public string? ReportedBy { get; init; }

    public string Stated { get; init; } = "2025-08-18";

    public ASource Source { get; init; } = new(1);

    /// <summary>Where its first passage starts.</summary>
    public int Start { get; init; }

    public ValueList<string> Conditions { get; init; } = [];

    public ValueList<Term> Terms { get; init; } = [];

    public Guid Id => IdOf(Number);

    public ClaimContent Content => new(
        Actor, Topic, Stance, Act.Statement, Voice, Speaker, ReportedBy,
        Edtf.TryParse(Stated, out var stated, out var because) ? stated : throw new ArgumentException(because),
        null, "A sentence.", Conditions, Terms, new(Source.Id, [new Quote("words", null, null, Start, Start + 5)]));

    /// <summary>Ids that are in the order of their numbers.</summary>
    public static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);
}

/// <summary>A source in few words.</summary>
internal sealed record ASource(int Number, string Published = "2025-08-20", string Publisher = "The Independent")
{
    public Guid Id => AClaim.IdOf(Number);

    public SourceRegistered Registered => new(
        Id, "https://example.org/", Publisher, "A title", DateOnly.ParseExact(Published, "yyyy-MM-dd", CultureInfo.InvariantCulture), "en", new('0', 64), 100, null);
}
