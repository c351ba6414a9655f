namespace GuaranteeTracker.Api.Hosting.Security.Tokens;

/// <summary>The issuer's keys are not to be had: whether a token is good nobody can tell.</summary>
internal sealed class IssuerAwayException() : Exception("The issuer's keys are not to be had.");
