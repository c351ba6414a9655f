using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Mementos;

/// <summary>An original resource (RFC 7089, 2.1.1): what answers differently from K to K.</summary>
/// <param name="Path">Of the original itself.</param>
/// <param name="Parameters">Of its address, D first where it has one.</param>
/// <param name="ReadAsync">Reads how its answer went, at the last checkpoint.</param>
internal sealed record Original(string Path, IReadOnlyList<string> Parameters, Func<KnownRecord, Task<IAnswerHistory>> ReadAsync);

/// <summary>Reads from the address of a TimeGate or TimeMap which original is meant.</summary>
/// <param name="path">Of the original.</param>
internal delegate Problem? ReadsOriginal(string path, HttpContext http, out Original original);
