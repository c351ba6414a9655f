using System.Text;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>The serializer's paths (<c>$.evidence.quotes[0].exact</c>) as JSON pointers (<c>/evidence/quotes/0/exact</c>).</summary>
internal static class JsonPointers
{
    public static string FromPath(string? path)
    {
        var pointer = new StringBuilder();
        var quoted = false;
        foreach (var c in path is ['$', .. var below] ? below : "")
        {
            switch (c)
            {
                case '\'': quoted = !quoted; break;
                case '.' or '[' when !quoted: pointer.Append('/'); break;
                case ']' when !quoted: break;
                case '~': pointer.Append("~0"); break;
                case '/': pointer.Append("~1"); break;
                default: pointer.Append(c); break;
            }
        }

        return pointer.ToString().Replace("//", "/", StringComparison.Ordinal);
    }
}
