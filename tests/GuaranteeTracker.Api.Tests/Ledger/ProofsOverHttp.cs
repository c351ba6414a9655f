using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using GuaranteeTracker.Ledger;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>Tiles and proofs over some thousand events, at sizes that chance chooses.</summary>
public sealed class ProofsOverHttp(ProofsOverHttp.Grown tracker) : IClassFixture<ProofsOverHttp.Grown>
{
    private readonly Random _chance = new(20_250_820);

    [Fact]
    public async Task Stored_tiles_are_those_that_the_leaves_make()
    {
        var (frontier, tiles) = (Frontier.Empty(), new List<TileHash>());
        foreach (var hash in tracker.Leaves)
        {
            frontier.Append(hash, tiles);
        }

        (await tracker.TilesAsync()).Should().Equal(tiles.OrderBy(tile => tile.Level).ThenBy(tile => tile.Index).Select(tile => ((short)tile.Level, tile.Index, Convert.ToHexString(tile.Hash))));
        tiles.Should().HaveCountGreaterThan(7);
    }

    [Fact]
    public async Task Every_tile_comes_whole_or_in_part_and_what_cannot_change_may_be_kept()
    {
        var size = tracker.Leaves.Count;
        for (var index = 0; index * 256 < size; index++)
        {
            var wanted = tracker.Leaves.Skip(index * 256).Take(256).SelectMany(hash => hash).ToArray();
            var isFull = wanted.Length == 256 * 32;
            using var tile = await tracker.Public.GetAsync($"/log/tile/0/{index}");
            (await tile.Content.ReadAsByteArrayAsync()).Should().Equal(wanted);
            tile.Content.Headers.ContentType!.ToString().Should().Be("application/octet-stream");
            tile.Headers.CacheControl!.ToString().Should().Be(isFull ? "public, max-age=31536000, immutable" : "public, no-cache");

            var width = _chance.Next(1, Math.Min(256, wanted.Length / 32 + 1));
            using var part = await tracker.Public.GetAsync($"/log/tile/0/{index:D3}.p/{width}");
            (await part.Content.ReadAsByteArrayAsync()).Should().Equal(wanted[..(width * 32)]);
            part.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        }

        (await tracker.Public.GetByteArrayAsync("/log/tile/0/x000/003")).Should().Equal(await tracker.Public.GetByteArrayAsync("/log/tile/0/3"));
        (await tracker.Public.GetByteArrayAsync("/log/tile/1/0")).Should().HaveCount(size / 256 * 32);
        foreach (var beyond in new[] { $"0/{size / 256 + 1}", $"0/{size / 256}.p/{size % 256 + 1}", "1/1", "2/0", "7/0", $"1/0.p/{size / 256 + 1}" })
        {
            await tracker.RefusesAsync(404, "not-found", () => tracker.Public.GetAsync($"/log/tile/{beyond}"), beyond);
        }
    }

    [Fact]
    public async Task A_proof_leads_from_each_event_to_the_root_of_any_size_that_has_it()
    {
        var events = await tracker.ReadAsync($"select l.index, e.seq_id, e.id from {Tables.Events} e join {Tables.Leaves} l on l.sequence = e.seq_id order by 1", row => (row.GetInt64(0), row.GetInt64(1), row.GetGuid(2)));
        var checkpoint = await tracker.SignedCheckpointAsync();
        for (var i = 0; i < 60; i++)
        {
            var (index, sequence, id) = events[_chance.Next(events.Count)];
            var size = i % 3 == 0 ? checkpoint.Size : _chance.NextInt64(index + 1, checkpoint.Size + 1);
            var key = i % 2 == 0 ? id.ToString() : sequence.Write();

            var proof = await tracker.Public.GetJsonAsync($"/log/proof/inclusion?event={key}{(size == checkpoint.Size ? "" : $"&size={size}")}");

            (proof["event"]!.GetValue<Guid>(), proof["sequence"].Number(), proof["index"].Number(), proof["size"].Number()).Should().Be((id, sequence, index, size));
            proof["leafHash"].Hash().Should().Equal(tracker.Leaves[(int)index]);
            proof["root"].Hash().Should().Equal(RootOf(size));
            InclusionProof.Holds(proof["leafHash"].Hash(), index, size, proof["hashes"].Hashes(), proof["root"].Hash()).Should().BeTrue();
            (proof["checkpoint"]?.GetValue<string>() is { } note ? Proving.Verify(note, await tracker.LedgerKeyAsync()).Size : size).Should().Be(size);
            (proof["checkpoint"] is not null).Should().Be(tracker.Sizes.Contains(size));
        }
    }

    [Fact]
    public async Task A_proof_shows_that_any_size_goes_on_where_any_smaller_one_ended()
    {
        var last = await tracker.SignedCheckpointAsync();
        for (var i = 0; i < 60; i++)
        {
            var to = i % 3 == 0 ? last.Size : _chance.NextInt64(0, last.Size + 1);
            var from = i == 1 ? 0 : _chance.NextInt64(0, to + 1);

            var proof = await tracker.Public.GetJsonAsync($"/log/proof/consistency?from={from}{(to == last.Size ? "" : $"&to={to}")}");

            proof["fromRoot"].Hash().Should().Equal(RootOf(from));
            proof["toRoot"].Hash().Should().Equal(RootOf(to));
            ConsistencyProof.Holds(from, proof["fromRoot"].Hash(), to, proof["toRoot"].Hash(), proof["hashes"].Hashes()).Should().BeTrue();
            (proof["checkpoint"] is not null).Should().Be(tracker.Sizes.Contains(to));
        }
    }

    [Theory]
    [InlineData("/log/tile/64/0")]
    [InlineData("/log/tile/8/0")]
    [InlineData("/log/tile/-1/0")]
    [InlineData("/log/tile/00/0")]
    [InlineData("/log/tile/0/")]
    [InlineData("/log/tile/0/x1/")]
    [InlineData("/log/tile/0/x001")]
    [InlineData("/log/tile/0/x001/12")]
    [InlineData("/log/tile/0/001/234")]
    [InlineData("/log/tile/0/-1")]
    [InlineData("/log/tile/0/1e3")]
    [InlineData("/log/tile/0/99999999999999999999")]
    [InlineData("/log/tile/0/9223372036854775808")]
    [InlineData("/log/tile/0/0.p/0")]
    [InlineData("/log/tile/0/0.p/256")]
    [InlineData("/log/tile/0/0.p/-1")]
    [InlineData("/log/tile/0/0.p/")]
    [InlineData("/log/tile/0/0.p/1/2")]
    [InlineData("/log/tile/0/0%0a")]
    [InlineData("/log/tile/data/0")]
    [InlineData("/log/proof/inclusion")]
    [InlineData("/log/proof/inclusion?event=")]
    [InlineData("/log/proof/inclusion?event=-1")]
    [InlineData("/log/proof/inclusion?event=1&event=2")]
    [InlineData("/log/proof/inclusion?event=99999999999999999999")]
    [InlineData("/log/proof/inclusion?event='%20or%201=1")]
    [InlineData("/log/proof/inclusion?event=1&size=-1")]
    [InlineData("/log/proof/inclusion?event=1&size=1.5")]
    [InlineData("/log/proof/inclusion?event=1&size=")]
    [InlineData("/log/proof/inclusion?event=1&sise=1")]
    [InlineData("/log/proof/consistency")]
    [InlineData("/log/proof/consistency?from=-1")]
    [InlineData("/log/proof/consistency?from=1&to=x")]
    public async Task What_cannot_be_meant_is_explained(string path) => await tracker.RefusesAsync(400, "bad-parameter", () => tracker.Public.GetAsync(path), path);

    [Theory]
    [InlineData("/log/tile/0/4611686018427387904", 404, "not-found")]
    [InlineData("/log/tile/7/9223372036854775807", 404, "not-found")]
    [InlineData("/log/tile/0/x999/x999/x999/x999/x999/999", 404, "not-found")]
    [InlineData("/log/proof/inclusion?event=999999999999999999", 404, "unknown-event")]
    [InlineData("/log/proof/inclusion?event=0", 404, "unknown-event")]
    [InlineData("/log/proof/inclusion?event=00000000-0000-0000-0000-000000000000", 404, "unknown-event")]
    [InlineData("/log/proof/inclusion?event=1&size=1000000000000000000", 422, "out-of-range")]
    [InlineData("/log/proof/inclusion?event=1&size=9223372036854775807", 422, "out-of-range")]
    [InlineData("/log/proof/inclusion?event=2&size=1", 422, "out-of-range")]
    [InlineData("/log/proof/inclusion?event=1&size=0", 422, "out-of-range")]
    [InlineData("/log/proof/consistency?from=2&to=1", 422, "out-of-range")]
    [InlineData("/log/proof/consistency?from=1000000000000000000", 422, "out-of-range")]
    [InlineData("/log/proof/consistency?from=1&to=1000000000000000000", 422, "out-of-range")]
    [InlineData("/api/claims/00000000-0000-0000-0000-000000000000/proof", 404, "unknown-claim")]
    public async Task What_there_is_not_is_said(string path, int status, string code) => await tracker.RefusesAsync(status, code, () => tracker.Public.GetAsync(path), path);

    [Fact]
    public async Task An_event_that_was_just_recorded_is_waited_for()
    {
        var other = new Tracker();
        await other.InitializeAsync();
        try
        {
            var claim = await other.RecordClaimAsync(await other.RecordCatalogueAsync());
            var last = (await other.Public.GetJsonAsync($"/api/claims/{claim}/history"))["events"]![0]!["sequence"].Number();

            using var response = await other.Public.GetAsync($"/log/proof/inclusion?event={last.Write()}");

            response.StatusCode.Should().Be(HttpStatusCode.OK);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    private byte[] RootOf(long size)
    {
        var frontier = Frontier.Empty();
        foreach (var hash in tracker.Leaves.Take((int)size))
        {
            frontier.Append(hash);
        }

        return frontier.Root();
    }

    /// <summary>With some thousand events, in checkpoints of uneven sizes.</summary>
    public sealed class Grown : Tracker, IAsyncLifetime
    {
        public IReadOnlyList<byte[]> Leaves { get; private set; } = [];

        public IReadOnlySet<long> Sizes { get; private set; } = new HashSet<long>();

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var subject = await Subject.RecordAsync(this);
            await subject.RecordManyAsync(2_345);
            await this.SettleAsync();
            Leaves = (await this.LeavesAsync()).ConvertAll(leaf => Convert.FromHexString(leaf.Hash));
            Sizes = (await this.RootsAsync()).Select(root => root.Size).ToHashSet();
        }
    }
}
