using System.Globalization;
using GuaranteeTracker.Api.Verifying;
using Xunit.Abstractions;

namespace GuaranteeTracker.Api.Tests.Tampering;

/// <summary>
/// Whatever is changed in the store is found. GT_TAMPER_PLACES says at how many random places each kind is tried (else three), and
/// GT_TAMPER_SEED where chance begins.
/// </summary>
public sealed class DetectionMatrix(TamperedStore store, ITestOutputHelper output) : IClassFixture<TamperedStore>
{
    private static readonly int
        _places = Number("GT_TAMPER_PLACES") ?? 3,
        _seed = Number("GT_TAMPER_SEED") ?? Random.Shared.Next(1_000_000);

    public static TheoryData<string> Kinds => [.. EventTampering.Kinds.Keys, .. LedgerTampering.Kinds.Keys];

    public static TheoryData<string> Consistent => [.. LedgerTampering.Consistent.Keys];

    [Fact]
    public async Task An_untouched_store_is_sound()
    {
        await using var connection = await store.OpenAsync();
        var report = await store.VerifyAsync(connection, await store.RememberedAsync());

        report.Faults.Should().BeEmpty();
        report.Leaves.Should().BeGreaterThan(256, "there is more than one tile").And.Be(report.Events).And.Be(report.Size);
        report.Signed.Should().Be(report.Checkpoints).And.BeGreaterThan(3);
        (report.Stragglers, report.Uncovered).Should().Be((1, 0));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task What_was_changed_is_found(string kind) => TryAsync(kind, async random =>
    {
        var tamper = EventTampering.Kinds.GetValueOrDefault(kind) ?? LedgerTampering.Kinds[kind];
        return await store.AfterAsync(tamper, random, connection => store.VerifyAsync(connection));
    });

    [Theory]
    [MemberData(nameof(Consistent))]
    public async Task What_fits_together_is_found_by_who_remembers(string kind)
    {
        var remembered = await store.RememberedAsync();
        await TryAsync(kind, async random =>
        {
            var (alone, remembering) = await store.AfterAsync(
                LedgerTampering.Consistent[kind], random,
                async connection => (await store.VerifyAsync(connection), await store.VerifyAsync(connection, remembered)));
            alone.Faults.Should().BeEmpty("the store by itself cannot tell");
            return remembering;
        });
    }

    private async Task TryAsync(string kind, Func<Random, Task<VerifyReport>> verify)
    {
        var missed = new List<int>();
        for (var place = 0; place < _places; place++)
        {
            var seed = HashOf(kind) + _seed + place;
            var report = await verify(new(seed));
            if (report.IsSound)
            {
                missed.Add(seed);
            }
            else if (place == 0)
            {
                output.WriteLine($"{kind}: {report.FaultCount} faults, the first: {report.Faults[0]}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {_places - missed.Count} of {_places} found, seed {_seed}"));
        missed.Should().BeEmpty($"every change is found ({kind}, seed {_seed})");
    }

    /// <summary>The same in every process.</summary>
    private static int HashOf(string kind) => kind.Aggregate(17, (hash, letter) => (hash * 31 + letter) % 1_000_003);

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
