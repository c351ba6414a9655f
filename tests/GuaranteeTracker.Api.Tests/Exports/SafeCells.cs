using CsCheck;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Tests.Exports;

/// <summary>Tables that a spreadsheet opens without running anything, and from which every word can be had back.</summary>
public sealed class SafeCells
{
    private static readonly Gen<string> _text = Gen.Char["=+-@\t\r\n'\"; ,ab\uFF1D\uFF0B\uFF0D\uFF20é"].Array[0, 8].Select(chars => new string(chars));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'We will'", "'We will'")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void What_would_run_gets_an_apostrophe_and_nothing_else_does(string text, string cell) => Csv.Safe(text).Should().Be(cell);

    [Fact]
    public void Every_text_comes_back_from_a_table_and_none_begins_as_a_formula() => Gen.Select(_text, _text).Array[1, 5].Sample(rows =>
    {
        var bytes = Csv.Write<(string, string)>([new("a", row => row.Item1), new("b", row => row.Item2)], rows);

        bytes.Take(3).Should().NotEqual(new byte[] { 0xEF, 0xBB, 0xBF });
        var cells = Table.Read(System.Text.Encoding.UTF8.GetString(bytes));
        cells.Select(row => (Original(row["a"]), Original(row["b"]))).Should().Equal(rows);
        cells.SelectMany(row => row.Values).Should().OnlyContain(cell => cell.Length == 0 || !"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".Contains(cell[0]));
    });

    [Fact]
    public void Names_of_columns_are_as_safe_as_cells() =>
        System.Text.Encoding.UTF8.GetString(Csv.Write<int>([new("=1+1", _ => "a"), new("-1", _ => "-1", IsNumber: true), new("plain", _ => "b")], [1])).Should().Be("'=1+1,'-1,plain\r\na,-1,b\r\n");

    [Fact]
    public void Every_list_comes_back_from_a_cell() => _text.Where(text => text.Length > 0).Array[1, 5].Sample(texts => Split(Csv.Join(texts)!).Should().Equal(texts));

    [Fact]
    public void An_empty_list_is_an_empty_cell() => Csv.Join([]).Should().BeNull();

    /// <summary>As docs/formats.md tells readers to.</summary>
    private static string Original(string cell) => System.Text.RegularExpressions.Regex.IsMatch(cell, "^'+[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]") ? cell[1..] : cell;

    /// <summary>As docs/formats.md tells readers to.</summary>
    private static List<string> Split(string cell)
    {
        var (texts, text) = (new List<string>(), new System.Text.StringBuilder());
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == ';' && i + 1 < cell.Length && cell[i + 1] == ' ')
            {
                texts.Add(text.ToString());
                text.Clear();
                i++;
            }
            else
            {
                text.Append(cell[i]);
                i += cell[i] == ';' ? 1 : 0;
            }
        }

        return [.. texts, text.ToString()];
    }
}
