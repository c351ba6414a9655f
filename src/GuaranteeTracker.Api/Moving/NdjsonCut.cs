using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Moving;

/// <summary>Takes apart what a line says of itself and what is the request, in one pass and without making objects of it.</summary>
internal ref struct NdjsonCut(ReadOnlySpan<byte> line)
{
    private static readonly JsonReaderOptions _options = new() { MaxDepth = Json.MaxDepth };

    private readonly ReadOnlySpan<byte> _line = line;
    private readonly ArrayBufferWriter<byte> _request = new(line.Length);
    private Utf8JsonReader _json = new(line, _options);
    private string? _type, _id;
    private long? _version;
    private bool _hasRecorded;

    /// <summary>Null, with the reason, for what is not one object of JSON, or says something of itself that it cannot.</summary>
    public NdjsonLine? Cut(out string because)
    {
        because = "";
        try
        {
            return _json.Read() && _json.TokenType == JsonTokenType.StartObject ? CutObject(ref because) : NoObject(out because);
        }
        catch (InvalidOperationException)
        {
            because = "This is not one JSON object: half of a character stands in the name of a member.";
            return null;
        }
        catch (JsonException e)
        {
            because = $"This is not one JSON object, from byte {e.BytePositionInLine ?? 0} on.";
            return null;
        }
    }

    private NdjsonLine? CutObject(ref string because)
    {
        _request.Write("{"u8);
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)_json.TokenStartIndex;
            if (Own() is not { } member)
            {
                _json.Skip();
                Keep(_line[start..(int)_json.BytesConsumed]);
            }
            else if (!TryTake(member))
            {
                because = $"/{member}: not the JSON that is expected here.";
                return null;
            }
        }

        _json.Read(); // fails where more follows
        _request.Write("}"u8);
        return new(_type, _id, _version, _request.WrittenMemory);
    }

    private readonly NdjsonLine? NoObject(out string because)
    {
        because = _json.TokenType == JsonTokenType.Null ? "This is not a JSON object." : $"This is not one JSON object, from byte {_json.BytesConsumed} on.";
        return null;
    }

    /// <summary>What the line says of itself; null for a member of the request.</summary>
    private readonly string? Own() =>
        _json.ValueTextEquals("type"u8) ? "type" : _json.ValueTextEquals("id"u8) ? "id" : _json.ValueTextEquals("version"u8) ? "version" : _json.ValueTextEquals("recorded"u8) ? "recorded" : null;

    /// <summary>False where it is not what it should be, or there already. When and by whom it was recorded elsewhere is passed over.</summary>
    private bool TryTake(string member)
    {
        _json.Read();
        switch (member)
        {
            case "type":
                return _type is null && TryText(out _type);
            case "id":
                return _id is null && TryText(out _id);
            case "version":
                var isFirst = _version is null;
                _version = _json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out var version) ? version : null;
                return isFirst && (_version is not null || _json.TokenType == JsonTokenType.Null);
            default:
                (isFirst, _hasRecorded) = (!_hasRecorded, true);
                _json.Skip();
                return isFirst;
        }
    }

    private readonly bool TryText([NotNullWhen(true)] out string? text)
    {
        text = null;
        try
        {
            text = _json.TokenType == JsonTokenType.String ? _json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return false; // half of a character
        }

        return text is not null;
    }

    private readonly void Keep(ReadOnlySpan<byte> member)
    {
        if (_request.WrittenCount > 1)
        {
            _request.Write(","u8);
        }

        _request.Write(member);
    }
}
