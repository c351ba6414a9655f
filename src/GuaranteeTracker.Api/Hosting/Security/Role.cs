namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>What a caller may do; each role may do what those before it may.</summary>
internal enum Role
{
    /// <summary>Nobody in particular.</summary>
    None,

    /// <summary>Reads what is not public.</summary>
    Reader,

    /// <summary>Records.</summary>
    Analyst,

    /// <summary>Withdraws sources, resolves disputes.</summary>
    Editor,

    /// <summary>Everything.</summary>
    Admin,
}
