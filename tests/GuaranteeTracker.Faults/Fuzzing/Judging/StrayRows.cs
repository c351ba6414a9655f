using GuaranteeTracker.Api;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Faults.Fuzzing.Sending;

namespace GuaranteeTracker.Faults.Fuzzing.Judging;

/// <summary>What nobody was told is stored is found, whichever table it is in: else the fuzzer would take every refusal for clean.</summary>
public sealed class StrayRows(FuzzedTracker tracker) : IClassFixture<FuzzedTracker>
{
    private const string Stray = "00000000-0000-4000-8000-000000000000";

    public static TheoryData<string, string, string> Rows => new()
    {
        { $"insert into {Tables.SourceTexts} values ('stray', 'A text that no source has.')", $"delete from {Tables.SourceTexts} where sha256 = 'stray'", "1 texts or streams" },
        { $"update {EventStore.Schema}.mt_streams set version = version + 1 where id like 'topic:%'", $"update {EventStore.Schema}.mt_streams set version = version - 1 where id like 'topic:%'", "texts or streams" },
        { $"insert into {Tables.Keys} (id, hash, analyst, role, created) values ('{Stray}', '\\x00', '{Stray}', 'reader', now())", $"delete from {Tables.Keys} where id = '{Stray}'", "1 keys are stored" },
        { $"insert into {Tables.Erasures} values ('{Stray}', 'analyst', '{Stray}', 'Nobody asked.', now(), '{Stray}')", $"delete from {Tables.Erasures} where id = '{Stray}'", "1 erasures are stored" },
        { $"insert into {Tables.Analysts} values ('{Stray}', 'Nobody')", $"delete from {Tables.Analysts} where id = '{Stray}'", "1 names are stored" },
        { $"insert into {Tables.Answers} (caller, key, request, status, body, at) values ('a', 'b', 'c', 201, '', now())", $"delete from {Tables.Answers} where caller = 'a'", "1 answers are kept" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_no_answer_told_of_is_found(string stray, string tidy, string told)
    {
        var stored = new Stored(tracker);
        await stored.BeginAsync();
        (await FaultsAsync()).Should().BeEmpty("the seeds are in order");

        await tracker.TamperAsync(stray);

        (await FaultsAsync()).Should().ContainSingle().Which.Should().Contain(told);
        await tracker.TamperAsync(tidy);

        Task<IReadOnlyList<string>> FaultsAsync() => stored.FaultsAsync(Told.Nothing);
    }

    [Fact]
    public async Task An_event_that_no_answer_told_of_is_found_unless_a_request_that_was_cut_off_asked_for_it()
    {
        var stored = new Stored(tracker);
        await stored.BeginAsync();
        await tracker.Admin.PutAsync("/api/topics/untold", Samples.Topic());
        (await stored.FaultsAsync(Told.Nothing)).Should().ContainSingle().Which.Should().Contain("topic:untold and was not told so");

        await tracker.Admin.PutAsync("/api/topics/cut-off", Samples.Topic());
        var lost = new WireRequest("PUT", "PUT /api/topics/cut-off HTTP/1.1"u8.ToArray(), null, Endings.Cut);
        (await stored.FaultsAsync(Told.Nothing with { Lost = [lost] })).Should().BeEmpty("whoever sent it did not hear of it");
    }
}
