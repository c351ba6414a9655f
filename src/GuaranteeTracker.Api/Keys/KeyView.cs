using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;

namespace GuaranteeTracker.Api.Keys;

/// <summary>A key as it is answered, without what would let anybody in. Instants are UTC.</summary>
internal record KeyView
{
    public required Guid Id { get; init; }

    /// <summary>The pseudonym that events recorded with it name.</summary>
    public required Guid Analyst { get; init; }

    /// <summary>Whose pseudonym that is; null once the name was erased.</summary>
    public required string? Name { get; init; }

    public required string? Label { get; init; }

    /// <summary>reader, analyst, editor or admin.</summary>
    public required string Role { get; init; }

    public required KeyState State { get; init; }

    public required DateTime Created { get; init; }

    /// <summary>Pseudonym; null where the command made it.</summary>
    public required Guid? CreatedBy { get; init; }

    /// <summary>Null: it does not expire.</summary>
    public required DateTime? Expires { get; init; }

    public required DateTime? Revoked { get; init; }

    /// <summary>Pseudonym; null where the command revoked it, or nobody did.</summary>
    public required Guid? RevokedBy { get; init; }

    /// <summary>To the minute; null before the first use.</summary>
    public required DateTime? LastUsed { get; init; }

    public static KeyView Of(StoredKey key) => new()
    {
        Id = key.Id, Analyst = key.Analyst, Name = key.Name, Label = key.Label, Role = RoleWords.Of(key.Role), State = key.State, Created = key.Created,
        CreatedBy = key.CreatedBy, Expires = key.Expires, Revoked = key.Revoked, RevokedBy = key.RevokedBy, LastUsed = key.LastUsed,
    };
}

/// <summary>A key that was made just now.</summary>
internal sealed record AddedKeyView : KeyView
{
    [JsonConstructor]
    public AddedKeyView()
    {
    }

    [SetsRequiredMembers]
    public AddedKeyView(KeyView made, string key)
        : base(made) => Key = key;

    /// <summary>The key itself, shown this once: only its hash is kept.</summary>
    public required string Key { get; init; }
}

/// <summary>Keys in force first, then the newest first; at most 1,000.</summary>
/// <param name="Total">How many there are, also beyond those listed.</param>
internal sealed record KeyListView(IReadOnlyList<KeyView> Items, long Total)
{
    public static KeyListView Of(KeyList keys) => new([.. keys.Items.Select(KeyView.Of)], keys.Total);
}
