using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Keys;

/// <summary>A key to be made, as an administrator sends it.</summary>
internal sealed record AddKey
{
    /// <summary>Chosen by the caller, so that a request of which the answer got lost can be told to have arrived; absent: one is made.</summary>
    public string? Id { get; init; }

    /// <summary>The name of whom the key is for: events carry its pseudonym.</summary>
    public string? Analyst { get; init; }

    /// <summary>reader, analyst, editor or admin.</summary>
    public string? Role { get; init; }

    /// <summary>Which of their keys it is: laptop.</summary>
    public string? Label { get; init; }

    /// <summary>A date, which is the last day (UTC) it is in force, or the instant at which it ends; absent: it does not expire.</summary>
    public string? Expires { get; init; }

    /// <param name="now">UTC: what ends before is refused.</param>
    public Parsed<NewKey> Parse(DateTime now)
    {
        var faults = new Faults();
        var id = Ids.Optional(Id, "/id", faults) ?? Guid.CreateVersion7();
        var analyst = Wording.Name(Analyst, "/analyst", faults);
        var role = RoleWords.Required(Role, "/role", faults);
        var label = string.IsNullOrWhiteSpace(Label) ? null : Wording.Name(Label, "/label", faults);
        var expires = ReadExpiry(now, faults);
        return faults.Any ? new(faults) : new(new NewKey(id, analyst!, role, label, expires));
    }

    private DateTime? ReadExpiry(DateTime now, Faults faults)
    {
        if (Expires is null)
        {
            return null;
        }

        if (!IsoMoment.TryParse(Expires, out var moment, out var because))
        {
            faults.Add("/expires", "not-a-date", because);
            return null;
        }

        if (moment.End <= now)
        {
            faults.Add("/expires", "over-already", "This is over already, so the key would never be in force.");
        }

        return moment.End;
    }
}

/// <summary>Why a key is revoked.</summary>
internal sealed record RevokeKey
{
    /// <summary>For the log; absent where there is nothing to say.</summary>
    public string? Reason { get; init; }

    public Parsed<string> Parse()
    {
        var faults = new Faults();
        var reason = string.IsNullOrWhiteSpace(Reason) ? "" : Wording.Reason(Reason, faults);
        return faults.Any ? new(faults) : new(reason!);
    }
}
