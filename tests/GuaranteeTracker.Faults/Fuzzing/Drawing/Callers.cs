using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>Who calls: somebody of each role, nobody, and some who cannot be.</summary>
internal sealed class Callers
{
    private static readonly string[] _wrong =
    [
        "Bearer wrong-key-0123456789", "Bearer", "Bearer ", "Basic dTpw", "Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.", "bearer \u00e9", "Token x", "", "Bearer a b", $"Bearer {Tracker.AdminKey}x", "Bearer " + new string('a', 600), "Negotiate ====",
    ];

    private static readonly Role[] _roles = [Role.Admin, Role.Reader, Role.Analyst, Role.Editor];

    private readonly List<string> _keys = [];

    /// <summary>By which the service knows them, and whoever comes with the bootstrap key.</summary>
    public static string[] Names { get; } = [.. _roles.Select(role => role.ToString()), "bootstrap"];

    public static Callers Of(Tracker tracker)
    {
        var callers = new Callers();
        foreach (var role in _roles)
        {
            // The bootstrap key would end with the first admin's key that is added: from now on it is one of those that do not.
            var key = role == Role.Admin ? Tracker.AdminKey : $"{role}-key-0123456789".ToLowerInvariant();
            tracker.Services.GetRequiredService<KeyRing>().Add(key, new(role.ToString(), role));
            callers._keys.Add(key);
        }

        return callers;
    }

    /// <returns>The header's value; null: none.</returns>
    public string? Draw(bool records, Draw draw) =>
        draw.Percent(5) ? draw.One(_wrong) : draw.Percent(records ? 4 : 40) ? null : $"Bearer {(records && draw.Percent(70) ? _keys[0] : draw.One(_keys))}";
}
