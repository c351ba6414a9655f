using CsCheck;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>Chance for one request: the same seed and number draw the same.</summary>
internal sealed class Draw(uint number, ulong seed)
{
    private readonly PCG _chance = new(number, seed);

    public T Of<T>(Gen<T> generator) => generator.Generate(_chance, null, out _);

    /// <param name="most">Exclusive.</param>
    public int Below(int most) => (int)_chance.Next((uint)most);

    public bool Percent(int chance) => Below(100) < chance;

    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];
}
