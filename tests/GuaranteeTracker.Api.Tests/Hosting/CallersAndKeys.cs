using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting;

public sealed class CallersAndKeys(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Nobody_records_without_a_key()
    {
        foreach (var route in RecordingRoute.All)
        {
            await tracker.RefusesAsync(401, "not-authenticated", () => AskedForAKeyAsync(route.SendAsync(tracker.Public, route.Example)), route.Operation);
        }
    }

    [Theory]
    [InlineData("Bearer wrong-key-0123456789")]
    [InlineData("Bearer " + Tracker.AdminKey + "x")]
    [InlineData("Bearer TEST-ADMIN-KEY-0123456789")]
    [InlineData("Bearer  ")]
    [InlineData("Bearer")]
    [InlineData("Basic dGVzdDp0ZXN0LWFkbWluLWtleS0wMTIzNDU2Nzg5")]
    [InlineData(Tracker.AdminKey)]
    [InlineData("Token " + Tracker.AdminKey)]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.")]
    public async Task A_key_that_is_not_in_force_records_nothing(string authorization)
    {
        foreach (var route in RecordingRoute.All)
        {
            await tracker.RefusesAsync(
                401, "not-authenticated",
                () => AskedForAKeyAsync(route.SendAsync(tracker.Public, "{}"u8.ToArray(), headers: ("Authorization", authorization))), route.Operation);
        }
    }

    [Fact]
    public async Task Two_keys_are_no_key()
    {
        await tracker.RefusesAsync(401, "not-authenticated", () => tracker.SendRawAsync(
            "PUT /api/topics/any HTTP/1.1", $"Authorization: Bearer {Tracker.AdminKey}", $"Authorization: Bearer {Tracker.AdminKey}", "Content-Length: 0", "Content-Type: application/json"));
    }

    [Fact]
    public async Task The_scheme_is_written_in_any_case()
    {
        using var response = await tracker.Public.PutAsync("/api/topics/any-case", Samples.Topic(), ("Authorization", "bEARER " + Tracker.AdminKey));

        ((int)response.StatusCode).Should().Be(201);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("Key")]
    [InlineData("%6Bey")]
    [InlineData("api_key")]
    [InlineData("apikey")]
    [InlineData("token")]
    [InlineData("access_token")]
    [InlineData("authorization")]
    public async Task A_key_in_the_address_never_works_and_is_said_to_be_lost(string name)
    {
        foreach (var caller in new[] { tracker.Public, tracker.Admin })
        {
            await tracker.RefusesAsync(400, "key-in-address", () => caller.PutAsync($"/api/topics/any?{name}={Tracker.AdminKey}", Samples.Topic()));
            await tracker.RefusesAsync(400, "key-in-address", () => caller.GetAsync($"/api/picture?{name}={Tracker.AdminKey}"));
        }
    }

    [Fact]
    public async Task A_key_in_any_other_place_is_no_key()
    {
        await tracker.RefusesAsync(401, null, () => tracker.Public.PutAsync($"/api/topics/any?x={Tracker.AdminKey}", Samples.Topic(), ("Cookie", $"key={Tracker.AdminKey}"), ("X-Api-Key", Tracker.AdminKey)));
    }

    [Fact]
    public async Task Reading_needs_no_key_but_whole_texts_do()
    {
        var source = await tracker.RecordCatalogueAsync();

        (await tracker.Public.GetAsync("/api/picture")).EnsureSuccessStatusCode();
        (await tracker.Public.GetAsync($"/api/sources/{source}")).EnsureSuccessStatusCode();
        await tracker.RefusesAsync(401, "not-authenticated", () => AskedForAKeyAsync(tracker.Public.GetAsync($"/api/sources/{source}/text")));
        (await tracker.Admin.GetStringAsync($"/api/sources/{source}/text")).Should().Be(Samples.Text);
    }

    private static async Task<HttpResponseMessage> AskedForAKeyAsync(Task<HttpResponseMessage> sending)
    {
        var response = await sending;
        response.Headers.WwwAuthenticate.Should().ContainSingle(challenge => challenge.Scheme == "Bearer");
        return response;
    }
}
