using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>How the service reads and writes JSON: camelCase, words in kebab-case, nulls written, nothing unknown or doubled accepted.</summary>
internal static class Json
{
    /// <summary>Deepest nesting accepted.</summary>
    public const int MaxDepth = 64;

    /// <summary>For requests and answers.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>For stored events read without Marten, as it reads them.</summary>
    public static JsonSerializerOptions Stored { get; } = MakeStored();

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.MaxDepth = MaxDepth;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // answers are never put inside HTML; words stay readable
        options.Converters.Insert(0, new ExactNumbers());
        AddWords(options);
        return options;
    }

    /// <summary>For stored events, which are read back as well.</summary>
    public static void ConfigureStored(JsonSerializerOptions options)
    {
        options.AllowOutOfOrderMetadataProperties = true; // jsonb reorders members
        options.Converters.Insert(0, new ValueListConverter());
        AddWords(options);
    }

    private static JsonSerializerOptions MakeStored()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        ConfigureStored(options);
        return options;
    }

    /// <summary>How the domain's words and values are written, in answers as in stored events.</summary>
    private static void AddWords(JsonSerializerOptions options)
    {
        options.Converters.Insert(0, new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Insert(0, new EdtfConverter());
    }

    private sealed class EdtfConverter : JsonConverter<Edtf>
    {
        public override Edtf Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Edtf.TryParse(reader.GetString(), out var edtf, out var because) ? edtf : throw new JsonException(because);

        public override void Write(Utf8JsonWriter writer, Edtf value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }

    private sealed class ValueListConverter : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>);

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type.GetGenericArguments()))!;

        private sealed class Of<T> : JsonConverter<ValueList<T>>
        {
            public override ValueList<T>? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                JsonSerializer.Deserialize<T[]>(ref reader, options) is { } items ? [.. items] : null;

            public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
            {
                writer.WriteStartArray();
                foreach (var item in value)
                {
                    JsonSerializer.Serialize(writer, item, options);
                }

                writer.WriteEndArray();
            }
        }
    }
}
