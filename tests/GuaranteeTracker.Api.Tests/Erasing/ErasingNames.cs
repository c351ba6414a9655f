using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Erasing;

/// <summary>Names of analysts and labels of keys.</summary>
public sealed class ErasingNames(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_name_goes_and_the_pseudonym_stays_where_it_is()
    {
        var id = Guid.NewGuid();
        await tracker.QueryAsync<Guid>($"insert into {Tables.Analysts} values ('{id}', 'Name of {id}') returning id");
        var hashes = await tracker.QueryAsync<string>($"select md5(coalesce(string_agg(data::text || headers::text, '' order by seq_id), '')) from {Tables.Events}");

        using var first = await tracker.Admin.EraseAsync("analyst", id, "Asked for.");
        using var again = await tracker.Admin.EraseAsync("analyst", id, "Asked for again.");

        (first.StatusCode, again.StatusCode).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK));
        var erasure = await first.JsonAsync();
        (await again.JsonAsync()).ToJsonString().Should().Be(erasure.ToJsonString());
        (erasure["subject"]!.GetValue<Guid>(), erasure["kind"]!.GetValue<string>(), erasure["sha256"], erasure["sources"]).Should().Be((id, "analyst", null, null));
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Analysts} where name like '%{id}'")).Should().Be(0);
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Erasures} e where e::text like '%Name of%'")).Should().Be(0);
        (await tracker.QueryAsync<string>($"select md5(coalesce(string_agg(data::text || headers::text, '' order by seq_id), '')) from {Tables.Events}")).Should().Be(hashes);
    }

    [Fact]
    public async Task A_label_goes_and_the_key_stays()
    {
        var id = await AddKeyAsync("Somebody's laptop");

        using var first = await tracker.Admin.EraseAsync("key", id);
        using var again = await tracker.Admin.EraseAsync("key", id);

        (first.StatusCode, again.StatusCode).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK));
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Keys} where id = '{id}' and label is null and role = 'Analyst'")).Should().Be(1);
        (await tracker.CountErasuresAsync(id)).Should().Be(1);
    }

    [Fact]
    public async Task A_name_or_label_that_is_back_goes_again_under_the_first_fact()
    {
        var (analyst, key) = (Guid.NewGuid(), await AddKeyAsync("Somebody's laptop"));
        for (var time = 0; time < 2; time++)
        {
            await tracker.QueryAsync<Guid>($"insert into {Tables.Analysts} values ('{analyst}', 'Name of {analyst}') returning id");
            await tracker.QueryAsync<Guid>($"update {Tables.Keys} set label = 'Somebody''s laptop' where id = '{key}' returning id"); // as a table is restored

            await Subject.MustAsync(tracker.Admin.EraseAsync("analyst", analyst));
            await Subject.MustAsync(tracker.Admin.EraseAsync("key", key));

            (await tracker.QueryAsync<long>($"select count(*) from {Tables.Analysts} where id = '{analyst}'")).Should().Be(0);
            (await tracker.QueryAsync<long>($"select count(*) from {Tables.Keys} where id = '{key}' and label is null")).Should().Be(1);
        }

        (await tracker.CountErasuresAsync(analyst), await tracker.CountErasuresAsync(key)).Should().Be((1, 1));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_erase_nothing_is_said_to_be_erased()
    {
        var unlabelled = await AddKeyAsync(null);
        foreach (var (kind, subject) in new[] { ("analyst", Guid.NewGuid()), ("key", Guid.NewGuid()), ("key", unlabelled), ("source", Guid.NewGuid()) })
        {
            var problem = await tracker.RefusesAsync(422, $"unknown-{kind}", () => tracker.Admin.EraseAsync(kind == "source" ? "source-text" : kind, subject));

            problem.ErrorAt("/subject").Should().StartWith("There is no ");
            (await tracker.CountErasuresAsync(subject)).Should().Be(0);
        }
    }

    private Task<Guid> AddKeyAsync(string? label) => tracker.QueryAsync<Guid>(
        $"""
        insert into {Tables.Keys} (id, hash, analyst, label, role, created)
        values ('{Guid.NewGuid()}', sha256('{Guid.NewGuid()}'), '{Guid.NewGuid()}', {(label is null ? "null" : $"'{label.Replace("'", "''", StringComparison.Ordinal)}'")}, 'Analyst', now()) returning id
        """);
}
