using System.Text;
using GuaranteeTracker.Faults.Fuzzing.Describing;
using GuaranteeTracker.Faults.Fuzzing.Sending;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>Draws whole requests: every operation of the description and the pages, with what fits, and with what does not.</summary>
internal sealed class Requests
{
    private const int Clean = 40, Images = 4;

    private const int LongestTarget = 30_000; // over it the server in front refuses

    private static readonly string[] _methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "QUERY", "get", "G\u00cbT"];

    private readonly List<Operation> _often, _rarely;
    private readonly Addresses _addresses;
    private readonly HeaderLines _headers;
    private readonly Bodies _bodies;
    private readonly ImportBodies _imports;

    public Requests(ServedDescription description, OnRecord record, Callers callers)
    {
        var values = new Values(description, record);
        (_addresses, _headers, _bodies) = (new(values), new(callers), new(description, values, record));
        _imports = new(_bodies, values);
        _often = [.. description.Operations.Where(operation => !operation.Path.EndsWith(".png", StringComparison.Ordinal))];
        _rarely = [.. description.Operations.Except(_often)];
    }

    public WireRequest Draw(Draw draw)
    {
        if (draw.Percent(7))
        {
            return DrawPage(draw);
        }

        var operation = draw.Percent(Images) ? draw.One(_rarely) : draw.Percent(35) ? draw.One([.. _often.Where(one => one.Records)]) : draw.One(_often);
        var spoil = draw.Percent(Clean) ? Spoilt.Nothing : (Spoilt)(1 << draw.Below(6)) | (draw.Percent(30) ? (Spoilt)(1 << draw.Below(6)) : 0);
        var method = spoil.HasFlag(Spoilt.Method) ? draw.One(_methods) : operation.Method == "GET" && draw.Percent(5) ? "HEAD" : operation.Method;
        var body = operation.Body is null ? spoil.HasFlag(Spoilt.Body) && draw.Percent(20) ? JsonText.Spoil("x", draw) : null : Body(operation, spoil, draw);
        var (target, isWhole) = _addresses.Draw(operation, spoil, draw);
        return Write(method, target, operation, spoil, body, isWhole, draw);
    }

    private byte[] Body(Operation operation, Spoilt spoil, Draw draw) =>
        operation.Body!.MediaType == "application/x-ndjson" ? _imports.Draw(draw, spoil.HasFlag(Spoilt.Body))
        : spoil.HasFlag(Spoilt.Body) ? JsonText.Spoil(_bodies.Draw(operation.Body.Schema, draw), draw)
        : JsonText.Write(_bodies.Draw(operation.Body.Schema, draw));

    private WireRequest DrawPage(Draw draw)
    {
        var spoil = draw.Percent(Clean) ? Spoilt.Nothing : Spoilt.Query | Spoilt.Headers;
        return Write(draw.Percent(90) ? "GET" : draw.One(_methods), _addresses.DrawPage(spoil, draw), null, spoil, null, true, draw);
    }

    private WireRequest Write(string method, string target, Operation? operation, Spoilt spoil, byte[]? body, bool isWhole, Draw draw)
    {
        var isWire = spoil.HasFlag(Spoilt.Wire);
        var (lines, isBare) = _headers.Draw(operation, spoil, draw);
        var length = isWire && body is not null ? draw.One<int>([body.Length + 1 + draw.Below(1_000), Math.Max(0, body.Length - 1 - draw.Below(50)), -1]) : body?.Length;
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: {(isWire && draw.Percent(30) ? draw.One<string>(["", "evil.example", "a b", "[", "localhost:99999"]) : "tracker.example.org")}\r\n").Append(lines);
        if (length is not null || method is "POST" or "PUT" or "PATCH")
        {
            head.Append(isWire && draw.Percent(10) ? "Transfer-Encoding: chunked\r\n" : $"Content-Length: {length ?? 0}\r\n");
        }

        byte[] bytes = [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body ?? []];
        var endings = (isBare || isWire || !isWhole || target.Length > LongestTarget || target.Split('?')[0].Contains("%00", StringComparison.Ordinal) || !method.All(char.IsAsciiLetterUpper) || method == "CONNECT" ? Endings.Bare : 0) | (isWire ? Endings.Cut : 0);
        var isItself = isWhole && !isWire && operation is not null && (method == operation.Method || (method == "HEAD" && operation.Method == "GET"));
        return new(method, bytes, isItself ? operation : null, endings);
    }
}

/// <summary>Which parts of a request are spoilt.</summary>
[Flags]
internal enum Spoilt
{
    Nothing = 0,
    Body = 1,
    Query = 2,
    Headers = 4,
    Path = 8,
    Method = 16,
    Wire = 32,
}
