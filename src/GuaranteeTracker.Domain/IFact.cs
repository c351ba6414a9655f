namespace GuaranteeTracker.Domain;

/// <summary>Something that happened to the record: stored once, never changed. Past tense, small, self-contained.</summary>
public interface IFact;
