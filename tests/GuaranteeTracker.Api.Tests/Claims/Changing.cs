using System.Globalization;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Claims;

/// <summary>Changes of claims on record, in one line each.</summary>
internal static class Changing
{
    public const string Why = "The passage was misread.";

    public static JsonObject Reason(string reason = Why) => new() { ["reason"] = reason };

    /// <summary>The whole content of <see cref="Samples.Claim"/> with another stance.</summary>
    public static JsonObject Correction(Guid source, string stance = "supports", string reason = Why)
    {
        var claim = Samples.Claim(source, stance: stance);
        claim.Remove("id");
        return new() { ["reason"] = reason, ["claim"] = claim };
    }

    /// <param name="change">correction, retraction, dispute or dispute/resolution.</param>
    /// <param name="version">For If-Match; null: none is sent.</param>
    public static Task<HttpResponseMessage> ChangeAsync(this Tracker tracker, Guid claim, string change, JsonObject body, long? version) =>
        version is { } number
            ? tracker.Admin.PostAsync($"/api/claims/{claim}/{change}", body, ("If-Match", Tag(number)))
            : tracker.Admin.PostAsync($"/api/claims/{claim}/{change}", body);

    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
