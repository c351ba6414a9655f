namespace GuaranteeTracker.Api.Reading;

/// <summary>Builds addresses on this service.</summary>
internal static class Links
{
    /// <param name="path">Beginning with a slash.</param>
    /// <param name="query">What is null is left out.</param>
    public static string To(string path, params IEnumerable<(string Name, string? Value)> query)
    {
        var fields = query.Where(field => field.Value is not null).Select(field => $"{field.Name}={Escape(field.Value!)}").ToList();
        return fields.Count == 0 ? path : $"{path}?{string.Join('&', fields)}";
    }

    /// <summary>This request's own address with some fields of its query set anew, or taken out.</summary>
    /// <param name="changes">Null takes a field out.</param>
    public static string Here(HttpContext http, params IReadOnlyList<(string Name, string? Value)> changes) => To(
        http.Request.Path.ToUriComponent(),
        http.Request.Query
            .Where(field => !changes.Any(change => change.Name == field.Key))
            .SelectMany(field => field.Value.Select(value => (field.Key, value)))
            .Concat(changes));

    /// <summary>Colons, as K is written with, may stand in a path or query as they are.</summary>
    public static string Escape(string value) => Uri.EscapeDataString(value).Replace("%3A", ":", StringComparison.Ordinal);
}
