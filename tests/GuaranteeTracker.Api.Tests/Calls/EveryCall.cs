using System.Text;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Calls;

/// <summary>Operations keep their ids, which clients are made from, and docs/GuaranteeTracker.http has a call of each that works.</summary>
public sealed class EveryCall(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    [Fact]
    public async Task Operations_have_the_ids_that_they_always_had()
    {
        var operations = await OperationsAsync();

        operations.Select(operation => $"{operation.Id} {operation.Method} {operation.Path}").Order(StringComparer.Ordinal)
            .Should().Equal(await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Calls", "operations.txt")), "a new one is added to the file, and none is ever renamed");
    }

    [Fact]
    public async Task The_file_of_calls_has_every_operation_at_its_own_address()
    {
        var named = Calls().Where(call => call.Name is not null).ToDictionary(call => call.Name!);

        foreach (var (id, method, path) in await OperationsAsync())
        {
            named.Should().ContainKey(id);
            named[id].Method.Method.Should().Be(method, id);
            new Uri(named[id].Address).AbsolutePath.Should().MatchRegex($"^{System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]+\}", "[^/]+")}$", id);
        }
    }

    [Fact]
    public async Task Each_call_of_the_file_works_one_after_another_on_a_fresh_store()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        foreach (var call in Calls())
        {
            using var request = new HttpRequestMessage(call.Method, call.Address);
            if (call.Body is not null)
            {
                request.Content = new StringContent(call.Body, Encoding.UTF8, call.Headers.Single(header => header.Name == "Content-Type").Value);
            }

            foreach (var (name, value) in call.Headers.Where(header => header.Name != "Content-Type"))
            {
                request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue();
            }

            using var response = await client.SendAsync(request);

            var answer = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode).Should().BeLessThan(400, $"{call.Method} {call.Address}: {answer}");
        }
    }

    private IReadOnlyList<HttpCall> Calls() => HttpFile.Read(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "GuaranteeTracker.http")),
        new Dictionary<string, string> { ["host"] = tracker.Public.BaseAddress!.ToString().TrimEnd('/'), ["public"] = "https://tracker.example.org", ["key"] = Tracker.AdminKey });

    private async Task<IReadOnlyList<(string Id, string Method, string Path)>> OperationsAsync() =>
    [
        .. from path in (await tracker.Public.GetJsonAsync("/openapi/v1.json"))["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select (operation.Value!["operationId"]!.GetValue<string>(), operation.Key.ToUpperInvariant(), path.Key),
    ];
}
