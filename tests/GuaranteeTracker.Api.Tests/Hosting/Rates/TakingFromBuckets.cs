using System.Net;
using CsCheck;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Rates;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Hosting.Rates;

public sealed class TakingFromBuckets
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void A_minute_s_worth_is_there_at_once_and_comes_back_in_a_minute()
    {
        var rate = new Rate(60, _clock);

        Enumerable.Range(0, 60).Should().OnlyContain(_ => rate.Take("a") == null);
        rate.Take("a").Should().Be(TimeSpan.FromSeconds(1));
        _clock.Pass(TimeSpan.FromMinutes(1));
        Enumerable.Range(0, 60).Should().OnlyContain(_ => rate.Take("a") == null);
        rate.Take("a").Should().NotBeNull();
    }

    [Fact]
    public void Looking_takes_nothing()
    {
        var rate = new Rate(1, _clock);

        Enumerable.Range(0, 100).Should().OnlyContain(_ => rate.Look("a") == null);
        rate.Take("a").Should().BeNull();
        rate.Look("a").Should().Be(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void What_a_caller_is_told_to_wait_is_enough_and_no_more_than_needed()
    {
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[0, 60_000].List[1, 50]).Sample((perMinute, pauses) =>
        {
            var clock = new FakeClock();
            var rate = new Rate(perMinute, clock);
            foreach (var pause in pauses)
            {
                while (rate.Take("a") is null)
                {
                }

                var wait = rate.Take("a")!.Value;
                clock.Pass(wait - TimeSpan.FromTicks(1));
                rate.Look("a").Should().Be(TimeSpan.FromTicks(1));
                clock.Pass(TimeSpan.FromTicks(1));
                rate.Take("a").Should().BeNull();
                clock.Pass(TimeSpan.FromMilliseconds(pause));
            }
        }, iter: 100);
    }

    [Fact]
    public void Never_is_more_given_in_a_span_than_a_minute_s_worth_and_what_the_span_brings()
    {
        Gen.Select(Gen.Int[1, 300], Gen.Int[0, 2_000].Array[1, 500]).Sample((perMinute, pauses) =>
        {
            var clock = new FakeClock();
            var (rate, given, passed) = (new Rate(perMinute, clock), 0, 0L);
            foreach (var pause in pauses)
            {
                clock.Pass(TimeSpan.FromMilliseconds(pause));
                passed += pause;
                given += rate.Take("a") is null ? 1 : 0;
                ((double)given).Should().BeLessThanOrEqualTo((perMinute * (1 + (passed / 60_000.0))) + 0.001);
            }
        }, iter: 200);
    }

    [Fact]
    public void Nothing_is_no_limit() => Enumerable.Range(0, 100_000).Should().OnlyContain(_ => new Rate(0, _clock).Take("a") == null);

    [Fact]
    public void A_million_callers_take_no_more_memory_than_one()
    {
        var rate = new Rate(10, _clock);
        string[] callers = [.. Enumerable.Range(0, 1_000_000).Select(i => $"2001:db8:{i:x}")];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Array.ForEach(callers, caller => rate.Take(caller));

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100_000);
    }

    [Fact]
    public async Task Of_many_at_once_as_many_succeed_as_there_are()
    {
        var rate = new Rate(500, _clock);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 500).Count(_ => rate.Take("a") is null))));

        taken.Sum().Should().Be(500);
    }

    [Theory]
    [InlineData(3_000, 1, 3_000)]
    [InlineData(3_000, 4, 750)]
    [InlineData(3, 4, 1)]
    [InlineData(0, 4, 0)]
    public void Each_of_several_nodes_gives_its_share(int limit, int nodes, int share) => new RateSettings { Nodes = nodes }.ShareOf(limit).Should().Be(share);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    [InlineData(20_000_000, 1)]
    public void What_makes_no_sense_is_refused(int limit, int nodes) =>
        FluentActions.Invoking(() => new RateSettings { Reading = limit, Nodes = nodes }.Check()).Should().Throw<StartException>().WithMessage("GuaranteeTracker:Rates:*");

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void Of_IPv6_a_caller_has_a_network(string one, string other, bool isOneCaller) =>
        (CallerAddress.Of(IPAddress.Parse(one)) == CallerAddress.Of(IPAddress.Parse(other))).Should().Be(isOneCaller);

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.9.9.9", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData(null, true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("::2", false)]
    public void This_machine_is_known(string? address, bool isLoopback) => CallerAddress.IsLoopback(address is null ? null : IPAddress.Parse(address)).Should().Be(isLoopback);
}
