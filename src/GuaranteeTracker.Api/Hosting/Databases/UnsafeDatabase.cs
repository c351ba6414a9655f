namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>In which ways a database may be less than safe without the service refusing to start.</summary>
[Flags]
internal enum UnsafeDatabase
{
    None = 0,

    /// <summary>What was answered as recorded can be lost when the database's machine fails.</summary>
    Durability = 1,

    /// <summary>The role in force can do more than the service has to.</summary>
    Privileges = 2,
}
