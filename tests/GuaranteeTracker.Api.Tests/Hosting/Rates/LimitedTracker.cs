using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Hosting.Rates;

/// <summary>Reading=6, Recording=3, Failures=2, on this machine too, which is a proxy: a test calls from whatever address it says.</summary>
public class LimitedTracker : Tracker
{
    private int _addresses;

    protected override IEnumerable<string> Settings =>
    [
        "--GuaranteeTracker:Rates:Reading=6", "--GuaranteeTracker:Rates:Recording=3", "--GuaranteeTracker:Rates:Failures=2", "--GuaranteeTracker:Rates:LimitLoopback=true",
        "--GuaranteeTracker:Proxies=127.0.0.1",
    ];

    /// <summary>One that nobody called from before.</summary>
    public string FreshAddress() => $"198.51.100.{Interlocked.Increment(ref _addresses)}";

    public HttpClient From(string address, string? key = null)
    {
        var client = Client(key);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }
}

/// <summary>The same without a proxy.</summary>
public sealed class LimitedAloneTracker : LimitedTracker
{
    protected override IEnumerable<string> Settings => base.Settings.Where(setting => !setting.Contains("Proxies", StringComparison.Ordinal));
}
