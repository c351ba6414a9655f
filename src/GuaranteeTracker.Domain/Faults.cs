using System.Diagnostics.CodeAnalysis;

namespace GuaranteeTracker.Domain;

/// <summary>Collects every fault of a request, so that a caller can mend them all at once.</summary>
public sealed class Faults
{
    private readonly List<Fault> _faults = [];

    public bool Any => _faults.Count > 0;

    public void Add(string pointer, string code, string because) => _faults.Add(new Fault(pointer, code, because));

    /// <summary>True, with the refusal, when at least one fault was found.</summary>
    public bool Refuse([NotNullWhen(true)] out Refusal? refusal)
    {
        refusal = Any ? Refusal.Unacceptable([.. _faults]) : null;
        return Any;
    }
}
