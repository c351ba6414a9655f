using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SkiaSharp;

namespace GuaranteeTracker.Api.Charts;

/// <summary>
/// The font of all images, which comes along: a server need not have any. It lies in a resource of an assembly that is embedded in this one;
/// that assembly is read as a file, never loaded.
/// </summary>
internal static class Inter
{
    private const string Assembly = "Inter.dll", Resource = "!AvaloniaResources";

    private static readonly Lazy<(SKTypeface Regular, SKTypeface SemiBold)> _faces = new(Load);

    public static SKTypeface Regular => _faces.Value.Regular;

    public static SKTypeface SemiBold => _faces.Value.SemiBold;

    private static (SKTypeface Regular, SKTypeface SemiBold) Load()
    {
        using var assembly = new PEReader(typeof(Inter).Assembly.GetManifestResourceStream(Assembly)!);
        var metadata = assembly.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource).Single(resource => metadata.StringComparer.Equals(resource.Name, Resource));
        var directory = assembly.PEHeaders.CorHeader!.ResourcesDirectory;
        var resources = assembly.GetSectionData(directory.RelativeVirtualAddress).GetReader(0, directory.Size);
        resources.Offset = (int)resource.Offset;
        var files = Files(resources.ReadBytes(resources.ReadInt32()));
        return (Face(files("/Assets/Inter-Regular.ttf")), Face(files("/Assets/Inter-SemiBold.ttf")));
    }

    /// <summary>The resource: the index's length, the index (version, count; each file's name, offset and length), then the files.</summary>
    private static Func<string, byte[]> Files(byte[] resource)
    {
        using var index = new BinaryReader(new MemoryStream(resource));
        var start = index.ReadInt32() + sizeof(int);
        var version = index.ReadInt32();
        if (version != 2)
        {
            throw new InvalidDataException($"The font's index has version {version}; this program reads version 2.");
        }

        var places = new Dictionary<string, (int Offset, int Length)>(StringComparer.Ordinal);
        for (var left = index.ReadInt32(); left > 0; left--)
        {
            places.Add(index.ReadString(), (index.ReadInt32(), index.ReadInt32()));
        }

        return name => resource[(start + places[name].Offset)..(start + places[name].Offset + places[name].Length)];
    }

    private static SKTypeface Face(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        return SKTypeface.FromData(data) ?? throw new InvalidDataException("The font cannot be read.");
    }
}
