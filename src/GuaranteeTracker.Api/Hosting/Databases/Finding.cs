namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>Something about the database that keeps the service from starting.</summary>
/// <param name="Kind">What has to be allowed for it to start all the same; <see cref="UnsafeDatabase.None"/>: it never does.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
internal sealed record Finding(UnsafeDatabase Kind, string Sentence);
