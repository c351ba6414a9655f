using System.Runtime.Versioning;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Tests.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting;

[UnsupportedOSPlatform("windows")] // it looks at file modes
public sealed class DevelopmentKeys(DevelopmentKeys.DevelopmentTracker tracker) : IClassFixture<DevelopmentKeys.DevelopmentTracker>
{
    [Fact]
    public async Task The_key_is_in_a_file_that_only_this_user_can_read_and_stays_the_same()
    {
        File.GetUnixFileMode(tracker.KeyFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var key = await File.ReadAllTextAsync(tracker.KeyFile);
        KeyText.IsWhole(key.Trim()).Should().BeTrue();

        await tracker.RestartAsync();

        (await File.ReadAllTextAsync(tracker.KeyFile)).Should().Be(key);
    }

    [Fact]
    public async Task An_analyst_records()
    {
        using var analyst = await tracker.AnalystAsync();

        (await analyst.PutAsync("/api/topics/by-analyst", Samples.Topic())).EnsureSuccessStatusCode();
        (await analyst.PostAsync("/api/sources", Samples.Source())).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task An_analyst_may_neither_withdraw_a_source_nor_resolve_a_dispute()
    {
        using var analyst = await tracker.AnalystAsync();
        var source = Guid.NewGuid();
        (await analyst.PostAsync("/api/sources", Samples.Source(source))).EnsureSuccessStatusCode();

        await tracker.RefusesAsync(403, "not-allowed", () => analyst.PostAsync($"/api/sources/{source}/withdrawal", Changing.Reason(), ("If-Match", "\"1\"")));
        await tracker.RefusesAsync(403, "not-allowed", () => analyst.PostAsync($"/api/claims/{Guid.NewGuid()}/dispute/resolution", Changing.Reason(), ("If-Match", "\"1\"")));
    }

    [Fact]
    public async Task Idempotency_keys_are_each_callers_own()
    {
        var topic = Samples.Source();
        topic.Remove("id");
        using var analyst = await tracker.AnalystAsync();
        using var other = tracker.Client(DevelopmentTracker.OtherKey);
        tracker.Ring.Add(DevelopmentTracker.OtherKey, new("other", Role.Analyst));

        using var one = await analyst.PostAsync("/api/sources", topic, ("Idempotency-Key", "shared"));
        using var two = await other.PostAsync("/api/sources", topic, ("Idempotency-Key", "shared"));
        using var again = await analyst.PostAsync("/api/sources", topic, ("Idempotency-Key", "shared"));

        two.Headers.Location.Should().NotBe(one.Headers.Location);
        again.Headers.Location.Should().Be(one.Headers.Location);
    }

    [Fact]
    public async Task Who_recorded_is_for_readers_only()
    {
        using var analyst = await tracker.AnalystAsync();
        var (source, claim) = (Guid.NewGuid(), Guid.NewGuid());
        (await analyst.PutAsync("/api/actors/us", Samples.Actor())).EnsureSuccessStatusCode();
        (await analyst.PutAsync("/api/actors/donald-trump", Samples.Actor("Donald Trump", "person"))).EnsureSuccessStatusCode();
        (await analyst.PutAsync("/api/topics/us-air-support", Samples.Topic())).EnsureSuccessStatusCode();
        (await analyst.PostAsync("/api/sources", Samples.Source(source))).EnsureSuccessStatusCode();
        (await analyst.PostAsync("/api/claims", Samples.Claim(source, claim))).EnsureSuccessStatusCode();

        (await tracker.Public.GetJsonAsync($"/api/claims/{claim}/history"))["events"]![0]!["recordedBy"].Should().BeNull();
        var recordedBy = (await analyst.GetJsonAsync($"/api/claims/{claim}/history"))["events"]![0]!["recordedBy"]!.GetValue<string>();
        recordedBy.Should().Be((await tracker.EventsAsync($"claim:{claim}"))[0].RecordedBy);
    }

    [Fact]
    public async Task Texts_need_no_key_on_a_developers_machine()
    {
        using var analyst = await tracker.AnalystAsync();
        var source = Guid.NewGuid();
        (await analyst.PostAsync("/api/sources", Samples.Source(source))).EnsureSuccessStatusCode();

        (await tracker.Public.GetStringAsync($"/api/sources/{source}/text")).Should().Be(Samples.Text);
    }

    /// <summary>As on a developer's machine: no bootstrap key, and a data directory that is not there yet.</summary>
    public sealed class DevelopmentTracker : Tracker, IAsyncLifetime
    {
        public const string OtherKey = "another-analysts-key-0123456789";

        private readonly string _root = Directory.CreateTempSubdirectory("gt-keys-").FullName;

        public string KeyFile => Path.Combine(_root, "data", DevelopmentKey.FileName);

        internal KeyRing Ring => (KeyRing)Services.GetService(typeof(KeyRing))!;

        protected override IEnumerable<string> Settings =>
        [
            "--environment=Development", "--GuaranteeTracker:BootstrapKey=", "--GuaranteeTracker:SeedOnStart=false",
            $"--GuaranteeTracker:DataDirectory={Path.GetDirectoryName(KeyFile)}",
        ];

        public async Task<HttpClient> AnalystAsync() => Client((await File.ReadAllTextAsync(KeyFile)).Trim());

        async Task IAsyncLifetime.DisposeAsync()
        {
            await DisposeAsync();
            Directory.Delete(_root, recursive: true);
        }
    }
}
