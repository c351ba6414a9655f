using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Faults.Fuzzing.Describing;
using GuaranteeTracker.Faults.Fuzzing.Drawing;
using GuaranteeTracker.Faults.Fuzzing.Judging;
using GuaranteeTracker.Faults.Fuzzing.Sending;

namespace GuaranteeTracker.Faults.Fuzzing;

/// <summary>Requests that once found something wrong, sent again.</summary>
public sealed class KnownRequests(FuzzedTracker tracker) : IClassFixture<FuzzedTracker>
{
    // Told before any operation is reached: such an answer would prove nothing of what was once wrong.
    private static readonly string[] _atTheDoor =
        ["unknown-host", "key-in-address", "not-authenticated", "mistyped-key", "not-allowed", "method-not-allowed", "address-too-long", "headers-too-large", "too-many-requests"];

    public static TheoryData<string> Cases =>
        new(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "Regressions"), "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal)!);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_request_that_was_once_answered_wrongly_is_answered_well(string file)
    {
        var description = new ServedDescription(await tracker.Public.GetJsonAsync("/openapi/v1.json"));
        var answered = new Answered(new());
        Callers.Of(tracker);
        var known = RegressionCase.Read(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "Regressions", file));
        using var connection = new WireConnection(tracker.Public.BaseAddress!, TimeSpan.FromSeconds(30), _ => { });
        var stored = new Stored(tracker);
        await stored.BeginAsync();

        var answer = await connection.SendAsync(known.Request(description));

        _atTheDoor.Where(code => known.Operation is not null && answer?.Text.Contains($"{ProblemTypes.Path}{code}\"", StringComparison.Ordinal) is true).Should().BeEmpty("it must reach {0}", known.Operation);
        new Judge(description).Fault(known.Request(description), answer).Should().BeNull("it once was: {0}\n{1}", known.Fault, known.Shown);
        answered.Note(known.Request(description), answer!);
        (await stored.FaultsAsync(answered.Told())).Should().BeEmpty();
    }
}
