using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Hosting.Limits;

/// <summary>A database that lets everybody wait: its tables are locked.</summary>
public sealed class AnswersInTime(AnswersInTime.HastyTracker tracker) : IClassFixture<AnswersInTime.HastyTracker>, IAsyncLifetime, IDisposable
{
    private NpgsqlConnection _holder = null!;

    public async Task InitializeAsync()
    {
        var source = await tracker.RecordCatalogueAsync();
        await tracker.RecordClaimAsync(source);
        await tracker.SettleAsync();
        _holder = new(tracker.OwnerConnectionString);
        await _holder.OpenAsync();
    }

    public async Task DisposeAsync() => await _holder.DisposeAsync();

    public void Dispose() => _holder.Dispose();

    [Fact]
    public async Task Whoever_reads_is_told_in_time_and_what_was_begun_is_given_up()
    {
        await using (var held = await LockAsync())
        {
            string[] paths = ["/api/picture?actor=us", "/api/actors/us", "/api/claims?q=air", "/topics/us-air-support", "/api/claims?format=csv", "/api/timeline", "/api/network"];
            await Task.WhenAll(paths.Select(tracker.RefusesInTimeAsync));
            await held.RollbackAsync();
        }

        (await tracker.Public.GetAsync("/api/picture?actor=us")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task What_records_is_not_cut_off_while_it_is_stored()
    {
        Task<HttpResponseMessage> recording;
        await using (var held = await LockAsync())
        {
            recording = tracker.Admin.PutAsync("/api/topics/slow", Samples.Topic());
            await tracker.RefusesInTimeAsync("/api/actors/us");
            recording.IsCompleted.Should().BeFalse("it waits for the lock, longer than whoever reads");
            await held.RollbackAsync();
        }

        using var response = await recording;
        ((int)response.StatusCode).Should().Be(201);
    }

    private async Task<NpgsqlTransaction> LockAsync()
    {
        var transaction = await _holder.BeginTransactionAsync();
        await using var command = _holder.CreateCommand();
        command.CommandText = $"lock table guaranteetracker.mt_events, guaranteetracker.mt_streams, {Tables.Checkpoints} in access exclusive mode";
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    public sealed class HastyTracker : Tracker
    {
        protected override IEnumerable<string> Settings => ["--GuaranteeTracker:ReadingDeadline=5"];

        public async Task RefusesInTimeAsync(string path)
        {
            using var response = await Public.GetAsync(path);
            await response.ShouldBeProblemAsync(503, "too-slow", path);
            response.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
        }
    }
}
