namespace GuaranteeTracker.Domain.Writing;

/// <summary>Ids that clients may choose: UUIDs in their 36-character form.</summary>
public static class Ids
{
    /// <summary>The id, or null when absent; anything that is not a UUID is a fault.</summary>
    public static Guid? Optional(string? text, string pointer, Faults faults)
    {
        if (text is null)
        {
            return null;
        }

        // Guid's own parser also takes spaces around the id, and 0x or + for a digit.
        if (text.All(c => char.IsAsciiHexDigit(c) || c == '-') && Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty)
        {
            return id;
        }

        faults.Add(pointer, "not-a-uuid", "Send a UUID like 3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f.");
        return null;
    }

    /// <summary>As <see cref="Optional"/>, but required.</summary>
    public static Guid? Required(string? text, string pointer, Faults faults)
    {
        if (text is null)
        {
            faults.Add(pointer, "required", "This is required: a UUID.");
        }

        return Optional(text, pointer, faults);
    }
}
