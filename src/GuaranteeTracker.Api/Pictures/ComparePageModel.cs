using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>What differs between two pictures, for people.</summary>
/// <param name="From">D of the first picture.</param>
/// <param name="To">D of the second picture; null: now.</param>
/// <param name="Asked">The four moments as the form has them.</param>
/// <param name="Chosen">How the period was chosen, where nobody did.</param>
/// <param name="Sections">What moved, what was learned, what was corrected.</param>
/// <param name="More">How many changes there are beside those told.</param>
/// <param name="Json">The same for programs.</param>
/// <param name="Pinned">The address at which this page tells the same for ever; null while something is not settled.</param>
public sealed record ComparePageModel(
    PageHead Head, DateTime? From, DateTime? To, ComparedFields Asked, string? Chosen, IReadOnlyList<ChangeSection> Sections, int More, Choices Actors, Choices Topics, string Json, string? Pinned);

/// <param name="From">A day.</param>
/// <param name="To">A day.</param>
/// <param name="KnownFrom">As the address has it.</param>
/// <param name="KnownTo">As the address has it.</param>
public sealed record ComparedFields(string? From, string? To, string? KnownFrom, string? KnownTo);

/// <summary>Changes of one kind.</summary>
/// <param name="Meaning">What such a change is.</param>
/// <param name="None">What to say where there is none.</param>
/// <param name="Count">Of all, told or not.</param>
public sealed record ChangeSection(string Id, string Title, string Meaning, string None, int Count, IReadOnlyList<ChangeLine> Lines);

/// <summary>One cell that differs.</summary>
/// <param name="Before">Null where nothing stood.</param>
/// <param name="After">Null where nothing stands.</param>
/// <param name="Sentence">What the difference comes to.</param>
public sealed record ChangeLine(Named Actor, Named Topic, ChangeSide? Before, ChangeSide? After, string Sentence, IReadOnlyList<ChangeCause> Causes);

/// <param name="AttributedOnly">Only hearsay says so.</param>
public sealed record ChangeSide(Stance Stance, bool AttributedOnly);

/// <summary>A claim that caused a change.</summary>
/// <param name="IsFormer">Whether it stood before; else it stands now.</param>
/// <param name="Words">Its first passage.</param>
public sealed record ChangeCause(Guid Claim, bool IsFormer, Edtf Stated, string Who, string Words, string Language);
