using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>Roles as they are written: those that a key can have.</summary>
internal static class RoleWords
{
    public static IReadOnlyList<string> All { get; } = [.. EnumWords.All<Role>().Where(word => word != Of(Role.None))];

    public static string Of(Role role) => EnumWords.Of(role);

    /// <summary><see cref="Role.None"/>, which lets nobody do anything, for a word that is none of <see cref="All"/>.</summary>
    public static Role Read(string? word) => word is not null && EnumWords.TryParse<Role>(word, out var role) ? role : Role.None;

    /// <summary>Any other word is a fault, which lists the words, and gives <see cref="Role.None"/>.</summary>
    public static Role Required(string? word, string pointer, Faults faults)
    {
        var role = Read(word);
        if (role == Role.None)
        {
            var words = string.Join(", ", All);
            faults.Add(pointer, word is null ? "required" : "unknown-word", word is null ? $"This is required: one of {words}." : $"Send one of {words}.");
        }

        return role;
    }
}
