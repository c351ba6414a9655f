using System.Diagnostics.CodeAnalysis;

namespace GuaranteeTracker.Domain;

/// <summary>A request's content in the domain's types, or everything that is wrong with it.</summary>
public sealed class Parsed<T>
    where T : class
{
    private readonly T? _content;
    private readonly Faults _faults;

    public Parsed(T content) => (_content, _faults) = (content, new Faults());

    public Parsed(Faults faults) => _faults = faults;

    /// <summary>True, with the refusal, when there is no content to go on with.</summary>
    public bool Refuse([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out T? content)
    {
        content = _content;
        return _faults.Refuse(out refusal);
    }
}
