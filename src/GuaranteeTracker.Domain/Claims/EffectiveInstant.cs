using System.Diagnostics.CodeAnalysis;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>
/// The last instant at which a claim can have been made: the last its <c>stated</c> allows, capped at the last
/// microsecond of its source's publication day (UTC). Only a claim whose earliest instant is after that day, as
/// happens across time zones, gets 12 hours more; one beyond even that cannot have been printed yet.
/// </summary>
public static class EffectiveInstant
{
    private static readonly TimeSpan _timeZones = TimeSpan.FromHours(12);

    /// <summary>False when <paramref name="stated"/> is later than the publication allows.</summary>
    public static bool TryFind(Edtf stated, DateOnly published, [NotNullWhen(true)] out DateTime? effective)
    {
        var endOfDay = Microseconds.EndOfDay(published);
        var cap = stated.Earliest <= endOfDay || endOfDay > DateTime.MaxValue - _timeZones ? endOfDay : endOfDay + _timeZones;
        effective = stated.Earliest > cap ? null : stated.Latest < cap ? stated.Latest : cap;
        return effective is not null;
    }
}
