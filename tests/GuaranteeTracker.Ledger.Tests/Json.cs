using System.Text;
using System.Text.Json;

namespace GuaranteeTracker.Ledger.Tests;

internal static class Json
{
    public static JsonElement Of(string json) => JsonElement.Parse(json);

    public static JsonElement Of(byte[] json) => JsonElement.Parse(json);

    public static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Write(Of(json)));
}
