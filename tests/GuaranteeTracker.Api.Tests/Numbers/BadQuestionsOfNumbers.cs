using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Numbers;

public sealed class BadQuestionsOfNumbers(RecordedApproach approach) : IClassFixture<RecordedApproach>
{
    private const string Convergence = "/api/topics/troops/convergence?", Polarisation = "/api/polarisation?";

    [Theory]
    [InlineData(Convergence + "from=yesterday", "from", "Write a date")]
    [InlineData(Convergence + "to=2025-08-04&to=2025-08-05", "to", "once")]
    [InlineData(Convergence + "step=a", "step", "from 1 to 366")]
    [InlineData(Convergence + "step=1&step=2", "step", "once")]
    [InlineData(Convergence + "actor=US", "actor", "Repeat actor= for several")]
    [InlineData(Convergence + "topic=trade", "topic", "from, to, step, actor, knownAt, v")]
    [InlineData(Convergence + "knownAt=never", "knownAt", "Write a date")]
    [InlineData(Convergence + "v=2", "v", "v=1")]
    [InlineData(Polarisation + "actor=us", "actor", "from, to, window, step, topic, duplicates, knownAt, v")]
    [InlineData(Polarisation + "duplicates=none", "duplicates", "all, document, day, week, month, year, range")]
    [InlineData(Polarisation + "duplicates=", "duplicates", "all, document")]
    [InlineData(Polarisation + "topic=%00", "topic", "Repeat topic= for several")]
    [InlineData(Polarisation + "window=1.5", "window", "from 1 to 3660")]
    [InlineData(Polarisation + "step=7", "step", "Send window too")]
    [InlineData(Polarisation + "to=", "to", "Write a date")]
    [InlineData(Polarisation + "v=0", "v", "v=1")]
    public async Task What_cannot_be_read_is_named_with_what_can(string address, string parameter, string words) =>
        (await RefusesAsync(400, "bad-parameter", address)).ErrorAt(parameter).Should().Contain(words);

    [Theory]
    [InlineData(Convergence + "step=0", "step")]
    [InlineData(Convergence + "step=367", "step")]
    [InlineData(Convergence + "step=-9223372036854775808", "step")]
    [InlineData(Convergence + "step=1&from=2020-01-01&to=2025-08-20", "step")]
    [InlineData(Convergence + "step=366&from=0001-01-01&to=9999-12-31", "step")]
    [InlineData(Polarisation + "window=3661", "window")]
    [InlineData(Polarisation + "window=7&step=0", "step")]
    [InlineData(Polarisation + "window=1&from=0001-01-01&to=9999-12-31", "step")]
    public async Task What_is_out_of_range_is_named(string address, string parameter) =>
        (await RefusesAsync(422, "out-of-range", address)).ErrorAt(parameter).Should().NotBeEmpty();

    [Theory]
    [InlineData("from=2025-08-05&to=2025-08-04")]
    [InlineData("from=2025-08-04&to=2025-08-04T12:00:00Z")]
    public async Task A_second_moment_before_the_first_is_refused(string query) =>
        (await RefusesAsync(422, "ends-before-it-begins", Convergence + query)).ErrorAt("to").Should().Contain("not before from");

    [Theory]
    [InlineData("/api/topics/nowhere/convergence")]
    [InlineData("/api/topics/Nowhere%20/convergence?from=x")]
    [InlineData("/api/topics/troops/convergence?knownAt=seq:1&v=1")]
    public async Task A_topic_that_there_is_not_is_missed(string address) => await RefusesAsync(404, "unknown-topic", address);

    [Theory]
    [InlineData(Convergence + "knownAt=seq:999999")]
    [InlineData(Polarisation + "knownAt=seq:999999&v=1")]
    public async Task A_moment_that_is_not_known_is_refused(string address) => await RefusesAsync(422, "unknown-moment", address);

    [Theory]
    [InlineData(Convergence)]
    [InlineData(Polarisation)]
    public async Task Up_to_the_calendar_s_ends_there_is_an_answer(string path)
    {
        foreach (var query in new[] { "from=0001-01-01&to=0001-01-02", "to=0001-01-01", "from=9999-12-31", "from=9999-12-31T23:59:59.999999Z&to=9999-12-31", "from=0001-01-01T00:00:00Z&to=0001-12-31" })
        {
            using var response = await approach.Tracker.Public.GetAsync(path + query);
            ((int)response.StatusCode).Should().Be(200, path + query);
        }
    }

    private Task<System.Text.Json.Nodes.JsonObject> RefusesAsync(int status, string code, string address) =>
        approach.Tracker.RefusesAsync(status, code, () => approach.Tracker.Public.GetAsync(address), address);
}
