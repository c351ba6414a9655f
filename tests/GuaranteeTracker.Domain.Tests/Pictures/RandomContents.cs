using System.Globalization;
using CsCheck;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Pictures;

/// <summary>Contents of requests: few days, few words, every stance, voice and way to write a date.</summary>
internal static class RandomContents
{
    /// <summary>Any of some days, but mostly one of two that are just seven days apart, so that much happens at once.</summary>
    public static Gen<string> Days { get; } = Gen.Frequency((3, Gen.Const(11)), (3, Gen.Const(18)), (1, Gen.Const(19)), (2, Gen.Int[10, 22]))
        .Select(day => string.Create(CultureInfo.InvariantCulture, $"2025-08-{day}"));

    private static readonly Gen<string> _times = Gen.OneOf("T00:00Z", "T23:59:59Z", "T12:30-04:00", "T20:00:00-04:00", "T09:00+14:00");

    private static readonly Gen<string> _stated = Gen.Frequency(
        (12, Days),
        (3, Gen.Select(Days, _times).Select((day, time) => day + time)),
        (3, Gen.Select(Days, Days).Select((one, other) => string.CompareOrdinal(one, other) <= 0 ? $"{one}/{other}" : $"{other}/{one}")),
        (2, Days.Select(day => $"../{day}")),
        (1, Days.Select(day => $"{day}/..")),
        (1, Gen.OneOf("2025-08", "2025", "2025-08-15~", "2025-08-16?")));

    private static readonly Gen<string?> _speakers = Gen.OneOf<string?>(null, null, "us", "mark-rutte", "donald-trump");

    private static readonly Gen<QuoteInput[]> _quotes = Gen.OneOf<QuoteInput[]>(
        [new() { Exact = "alpha" }], [new() { Exact = "alpha" }], [new() { Exact = "bravo" }], [new() { Exact = "delta" }, new() { Exact = "charlie" }]);

    private static readonly Gen<string[]> _conditions = Gen.Frequency((1, Gen.Const<string[]>([])), (1, Gen.OneOf<string[]>(["after a ceasefire"], ["with allies", "by air"])));

    private static readonly Gen<TermInput[]> _terms = Gen.Frequency(
        (1, Gen.Const<TermInput[]>([])),
        (1, Gen.Int[1, 3].Select(number => new[] { new TermInput { Kind = "quantity", Number = number, Unit = "planes", Bound = "about" } })));

    /// <summary>A claim as somebody sends it: mostly acceptable. Now and then just what others say too, so that even ids have to decide.</summary>
    public static Gen<ClaimInput> Claims => Gen.Frequency((7, _any), (1, Gen.Select(Gen.Int[1, 2], _quotes).Select(evidence => new ClaimInput
    {
        Actor = "us", Topic = "air-support", Stance = "supports", Voice = "quote", Speaker = "us", Stated = "2025-08-11",
        Summary = "A sentence.", Evidence = From(evidence.Item1, evidence.Item2),
    })));

    private static readonly Gen<ClaimInput> _any =
        from cell in Gen.Select(Gen.OneOf("eu", "us", "us", "us"), Gen.OneOf("air-support", "air-support", "sanctions"))
        from stance in Gen.OneOf("rejects", "opposes", "undecided", "open", "supports", "supports", "commits")
        from voice in Gen.Frequency((6, Gen.Const("quote")), (1, Gen.Const("paraphrase")), (2, Gen.Const("observation")), (3, Gen.Const("hearsay")))
        from speaker in _speakers
        from reporter in Gen.OneOf("eu", "nato")
        from stated in _stated
        from burden in Gen.Select(_conditions, _terms)
        from evidence in Gen.Select(Gen.Int[1, RandomRequests.Sources], _quotes)
        select new ClaimInput
        {
            Actor = cell.Item1,
            Topic = cell.Item2,
            Stance = stance,
            Voice = voice,
            Speaker = speaker,
            ReportedBy = voice == "hearsay" ? reporter : null,
            Stated = stated,
            Summary = "A sentence.",
            Conditions = burden.Item1,
            Terms = burden.Item2,
            Evidence = From(evidence.Item1, evidence.Item2),
        };

    /// <summary>For whom somebody speaks: mostly for the US, some days only.</summary>
    public static Gen<MandateInput[]> MandatesOf(string actor) =>
        Gen.Select(Gen.OneOf("us", "us", "eu", "nato").Where(@for => @for != actor), Days, Days, Gen.Bool)
            .Select((@for, one, other, lasts) => string.CompareOrdinal(one, other) <= 0
                ? new MandateInput { For = @for, From = one, To = lasts ? null : other }
                : new MandateInput { For = @for, From = other, To = lasts ? null : one })
            .Array[0, 2].Select(mandates => mandates.DistinctBy(mandate => (mandate.For, mandate.From)).ToArray());

    private static EvidenceInput From(int source, QuoteInput[] quotes) => new() { Source = AClaim.IdOf(source).ToString(), Quotes = quotes };
}
