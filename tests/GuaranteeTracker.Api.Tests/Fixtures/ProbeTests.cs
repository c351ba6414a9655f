using Npgsql;
using GuaranteeTracker.Api.Tests.Fixtures;
namespace GuaranteeTracker.Api.Tests.Probe;
public sealed class ProbeTests
{
    [Fact]
    public async Task Databases_are_copies()
    {
        var w = System.Diagnostics.Stopwatch.StartNew();
        var a = await PostgresServer.CreateDatabaseAsync(null);
        Console.WriteLine($"first {w.ElapsedMilliseconds}");
        await Do(a + ";Pooling=false", "create table t(x int); insert into t values (7)");
        w.Restart();
        var copies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostgresServer.CreateDatabaseAsync(new NpgsqlConnectionStringBuilder(a).Database)));
        Console.WriteLine($"ten copies {w.ElapsedMilliseconds}");
        copies.Distinct().Should().HaveCount(10);
        foreach (var c in copies) { (await Do(c, "select x from t")).Should().Be(7); (await Do(c, "show fsync")).Should().Be("off"); (await Do(c, "show timezone")).Should().Be("UTC"); }
        await PostgresServer.DropDatabaseAsync(copies[0]);
        Console.WriteLine(copies[1]);
        if (Environment.GetEnvironmentVariable("HANG") is not null) await Task.Delay(60000);
    }
    private static async Task<object?> Do(string cs, string sql)
    {
        await using var c = new NpgsqlConnection(cs); await c.OpenAsync();
        await using var cmd = new NpgsqlCommand(sql, c); return await cmd.ExecuteScalarAsync();
    }
}
