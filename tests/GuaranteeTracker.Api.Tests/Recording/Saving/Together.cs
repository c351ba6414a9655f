using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Claims;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Claims;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Recording.Saving;

/// <summary>What it takes to have requests saved together.</summary>
internal static class Together
{
    public static async Task<T[]> AtOnceAsync<T>(int times, Func<int, Task<T>> run) => await Task.WhenAll(Enumerable.Range(0, times).Select(run));

    /// <returns>Status and code of the answer; no code for what went well.</returns>
    public static async Task<(int Status, string? Code)> OutcomeAsync(this Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return ((int)response.StatusCode, response.IsSuccessStatusCode ? null : (await response.ShouldBeProblemAsync((int)response.StatusCode))["type"]!.GetValue<string>()["/problems/".Length..]);
    }

    public static List<Guid> Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];

    public static JsonObject Batch(params IEnumerable<JsonNode?> claims) => new() { ["claims"] = new JsonArray([.. claims]) };

    public static Task<HttpResponseMessage> PostBatchAsync(this HttpClient client, JsonObject batch, params (string Name, string Value)[] headers) => client.PostAsync("/api/claims:batch", batch, headers);

    public static IRecordingRequest Request(JsonObject claim) => ClaimRecordings.Of(claim.Deserialize<RecordClaim>(Json.Options)!);

    public static RecordingContext Context(string causation = "") => new(new(Guid.NewGuid(), "together", causation.Length > 0 ? causation : Guid.NewGuid().ToString()));

    /// <summary>The streams, each with the number of its events; those without any are left out.</summary>
    public static async Task<Dictionary<string, int>> CountsAsync(this Tracker tracker) =>
        (await tracker.EventsAsync()).GroupBy(e => e.Stream, StringComparer.Ordinal).ToDictionary(stream => stream.Key, stream => stream.Count(), StringComparer.Ordinal);

    /// <summary>Runs a statement that holds something up, until what comes back is disposed of.</summary>
    public static async Task<NpgsqlConnection> HoldAsync(this Tracker tracker, string sql)
    {
        var connection = new NpgsqlConnection(tracker.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Nobody appends until the connection is closed.</summary>
    public static Task<NpgsqlConnection> HoldAppendingAsync(this Tracker tracker) =>
        tracker.HoldAsync($"select {Appending.Share.Replace("_xact_lock_shared", "_lock", StringComparison.Ordinal)}");

    /// <summary>Waits until so many connections wait for what somebody holds.</summary>
    public static Task BlockedAsync(this Tracker tracker, int connections) => Eventually.TrueAsync(
        async () => await tracker.QueryAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") >= connections,
        "whoever saves waits for it");
}
