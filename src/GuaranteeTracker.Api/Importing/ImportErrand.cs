using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Importing;

/// <summary>For whom an import is made, and how.</summary>
/// <param name="Analyst">Pseudonym; null: that of <see cref="Errand.Import"/>.</param>
/// <param name="Role">The caller's: lines that it may not send are refused.</param>
/// <param name="IsStrict">Whether the first item that is refused or lost is the last.</param>
internal sealed record ImportErrand(Guid? Analyst, string Correlation, Role Role, bool IsStrict)
{
    /// <summary>Cancelled once it may not be made any longer: what is being saved then is, and nothing after it.</summary>
    public CancellationToken Over { get; init; }

    /// <summary>Somebody at this installation's own command line.</summary>
    public static ImportErrand ByCommand(bool isStrict) => new(null, Errand.Import.Correlation, Role.Admin, isStrict);

    /// <summary>Null where the caller may.</summary>
    public Problem? Refuse(StepKind kind) => Role < Role.Editor && kind is StepKind.Resolution or StepKind.Withdrawal
        ? new(403, "not-allowed", "This needs a key with the role editor.")
        : null;
}
