namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>A key as it is stored, without what would let anybody in. Instants are UTC.</summary>
/// <param name="Analyst">The pseudonym that events recorded with it name.</param>
/// <param name="Name">Whose pseudonym that is; null once the name was erased.</param>
/// <param name="CreatedBy">Pseudonym; null where the command made it.</param>
/// <param name="Expires">The first instant at which it is in force no longer; null: it does not expire.</param>
/// <param name="RevokedBy">Pseudonym; null where the command revoked it, or nobody did.</param>
/// <param name="LastUsed">Some minute's use, not the very last one; null before the first.</param>
internal sealed record StoredKey(
    Guid Id, Guid Analyst, string? Name, string? Label, Role Role, KeyState State, DateTime Created, Guid? CreatedBy, DateTime? Expires, DateTime? Revoked, Guid? RevokedBy, DateTime? LastUsed);

/// <summary>By the database's clock.</summary>
internal enum KeyState
{
    InForce,
    Expired,
    Revoked,
}

/// <summary>A key to be made.</summary>
/// <param name="Analyst">A name.</param>
/// <param name="Expires">UTC.</param>
internal sealed record NewKey(Guid Id, string Analyst, Role Role, string? Label, DateTime? Expires);

/// <summary>A key that was made just now.</summary>
/// <param name="Text">The key itself, which nobody can ask for again.</param>
internal sealed record AddedKey(string Text, StoredKey Key);

/// <summary>A key that was revoked just now.</summary>
/// <param name="Analyst">The pseudonym that events recorded with it name.</param>
internal sealed record RevokedKey(Role Role, Guid Analyst);

/// <summary>Nobody knows whether it was written: the database went away meanwhile.</summary>
internal sealed class OutcomeUnknownException(Exception why) : Exception("The database went away meanwhile: nobody knows whether this was stored. Look at the list of keys.", why);

/// <summary>Keys in force first, then the newest first.</summary>
/// <param name="Total">How many there are, also beyond those listed.</param>
internal sealed record KeyList(IReadOnlyList<StoredKey> Items, long Total);
