namespace GuaranteeTracker.Api.Tests.Exports;

/// <summary>Reads a table as RFC 4180 has it, and nothing else: CR LF at the end of every record, quotes around what needs them, as many cells in each row as in the header.</summary>
internal static class Table
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string text)
    {
        var records = new List<List<string>>();
        for (var at = 0; at < text.Length;)
        {
            var cells = new List<string>();
            var isLast = false;
            while (!isLast)
            {
                cells.Add(ReadCell(text, ref at));
                isLast = text[at] != ',';
                at += isLast ? 0 : 1;
            }

            text.Substring(at, 2).Should().Be("\r\n");
            at += 2;
            records.Add(cells);
        }

        records.Should().NotBeEmpty("there is a header");
        records[0].Should().OnlyHaveUniqueItems();
        records.Should().OnlyContain(record => record.Count == records[0].Count);
        return [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    private static string ReadCell(string text, ref int at)
    {
        if (text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(",\r\n\"") + at;
            text[end].Should().NotBe('"', "a quote stands in quotes only");
            (var cell, at) = (text[at..end], end);
            return cell;
        }

        var from = at + 1;
        for (at = from; text[at] != '"' || text[at + 1] == '"'; at++)
        {
            at += text[at] == '"' ? 1 : 0;
        }

        at++;
        return text[from..(at - 1)].Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
