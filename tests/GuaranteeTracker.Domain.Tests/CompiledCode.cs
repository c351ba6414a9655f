using System.Reflection;
using System.Reflection.Emit;

namespace GuaranteeTracker.Domain.Tests;

/// <summary>Reads from an assembly which type knows which; constants, which the compiler copies, leave no trace.</summary>
internal static class CompiledCode
{
    /// <summary>Every type that a type's signatures and method bodies name, those nested in it included.</summary>
    public static IEnumerable<Type> KnownTo(Type type)
    {
        const BindingFlags all = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        var methods = type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)).ToList();
        return new[] { type.BaseType }.OfType<Type>()
            .Concat(type.GetInterfaces())
            .Concat(type.GetFields(all).Select(field => field.FieldType))
            .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(methods.SelectMany(InBody))
            .Concat(type.GetNestedTypes(all).SelectMany(KnownTo))
            .SelectMany(Parts);
    }

    /// <summary>A constructed type is known with everything it is made of.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);

    private static IEnumerable<Type> InBody(MethodBase method)
    {
        var body = method.GetMethodBody();
        var il = body?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        foreach (var local in body?.LocalVariables ?? [])
        {
            yield return local.LocalType;
        }

        foreach (var token in Instructions.Tokens(il))
        {
            switch (method.Module.ResolveMember(token, typeArguments, methodArguments))
            {
                case Type type:
                    yield return type;
                    break;
                case MethodBase { DeclaringType: { } owner } called:
                    yield return owner;
                    foreach (var argument in called.IsGenericMethod ? called.GetGenericArguments() : [])
                    {
                        yield return argument;
                    }

                    break;
                case FieldInfo { DeclaringType: { } owner } field:
                    yield return owner;
                    yield return field.FieldType;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The members that a method's instructions name.</summary>
    private static class Instructions
    {
        private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

        public static IEnumerable<int> Tokens(byte[] il)
        {
            for (var at = 0; at < il.Length;)
            {
                var isLong = il[at] == 0xFE;
                var code = _codes[isLong ? (short)((0xFE << 8) | il[at + 1]) : il[at]];
                at += isLong ? 2 : 1;
                if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                {
                    yield return BitConverter.ToInt32(il, at);
                }

                at += SizeOfOperand(code.OperandType, il, at);
            }
        }

        private static int SizeOfOperand(OperandType type, byte[] il, int at) => type switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
            _ => 4,
        };
    }
}
