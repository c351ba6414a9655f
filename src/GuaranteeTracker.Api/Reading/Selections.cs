using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Reads the repeatable filters <c>actor</c> and <c>topic</c> from an address.</summary>
internal static class Selections
{
    public static Problem? TryRead(HttpContext http, out Selection selection) => TryRead(http.Request.Query, out selection);

    public static Problem? TryRead(IQueryCollection query, out Selection selection)
    {
        selection = new(Ids(query, "actor"), Ids(query, "topic"));
        return Check("actor", selection.Actors) ?? Check("topic", selection.Topics);
    }

    /// <summary>Ids of actors or topics from one parameter: each once, in order.</summary>
    public static Problem? TryRead(IQueryCollection query, string name, out IReadOnlyList<string> ids)
    {
        var given = Ids(query, name);
        ids = [.. given.Order(StringComparer.Ordinal)];
        return Check(name, given);
    }

    /// <summary>The filters as an address has them: each once, in order.</summary>
    public static IEnumerable<string> Write(Selection selection) =>
        Fields(selection).Select(field => $"{field.Name}={field.Value}");

    /// <summary>The same, as <see cref="Links"/> takes them.</summary>
    public static IEnumerable<(string Name, string? Value)> Fields(Selection selection) =>
    [
        .. selection.Actors.Order(StringComparer.Ordinal).Select(id => ("actor", (string?)id)),
        .. selection.Topics.Order(StringComparer.Ordinal).Select(id => ("topic", (string?)id)),
    ];

    private static HashSet<string> Ids(IQueryCollection query, string name) => [.. query[name].Select(id => id ?? "")];

    private static Problem? Check(string name, IReadOnlySet<string> ids) =>
        ids.All(Slug.IsValid) ? null : Problems.BadParameter(name, $"{Slug.Rule} Repeat {name}= for several.");
}
