namespace GuaranteeTracker.Domain.Tests;

/// <summary>What happened so far to the thing that a request is about.</summary>
internal sealed record Chapter<TState, TFact>(TState? State)
    where TState : class
    where TFact : IFact
{
    public Answer<TFact> When(Func<TState?, Decision<TFact>> somebodyAsks) => new(somebodyAsks(State));
}

internal sealed record Answer<TFact>(Decision<TFact> Decision)
    where TFact : IFact
{
    /// <summary>Exactly these facts; none for what is in force already.</summary>
    public void Then(params TFact[] facts) =>
        Decision.Should().BeOfType<Decision<TFact>.Accepted>().Which.Facts.Should().Equal(facts);

    public void ThenNothing() => Then();

    /// <summary>One thing is wrong, in this place of the request.</summary>
    public void ThenUnacceptable(string pointer, string code)
    {
        var refusal = Refused(RefusalKind.Unacceptable);
        refusal.Faults.Select(fault => (fault.Pointer, fault.Code)).Should().Equal((pointer, code));
        refusal.Code.Should().Be(code);
        refusal.Because.Should().Be(refusal.Faults[0].Because);
    }

    /// <summary>These things are wrong, all told at once.</summary>
    public void ThenUnacceptable(params (string Pointer, string Code)[] faults) =>
        Refused(RefusalKind.Unacceptable).Faults.Select(fault => (fault.Pointer, fault.Code)).Should().Equal(faults);

    public void ThenConflict(string code) => Refused(RefusalKind.Conflict).Code.Should().Be(code);

    public void ThenMissing(string code) => Refused(RefusalKind.Missing).Code.Should().Be(code);

    /// <summary>Whatever is refused is refused in sentences.</summary>
    private Refusal Refused(RefusalKind kind)
    {
        var refusal = Decision.Should().BeOfType<Decision<TFact>.Refused>().Which.Why;
        refusal.Kind.Should().Be(kind);
        refusal.Faults.Select(fault => fault.Because).Append(refusal.Because).Should().OnlyContain(because => because.Length > 10 && because.EndsWith('.'));
        return refusal;
    }
}

/// <summary>A request with one thing wrong.</summary>
public sealed record Wrong<T>(string What, T Request, string Pointer, string Code)
{
    public override string ToString() => What;
}
