using System.Security.Cryptography;

namespace GuaranteeTracker.Faults;

/// <summary>Seeds for runs that are given none.</summary>
internal static class RandomSeed
{
    /// <summary>Short enough to be typed.</summary>
    public static ulong New() => BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
}
