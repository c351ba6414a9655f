using System.Text;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

public sealed class FilesThatAreNone
{
    [Theory]
    [InlineData("")]
    [InlineData("Just words.")]
    [InlineData("{\"type\":\"actor\"}\n")]
    [InlineData("SQLite format")]
    public async Task What_is_neither_a_database_nor_a_list_is_refused(string content)
    {
        using var file = DnaFile.Of(content);

        await MustBeRefusedAsync(file, "*is neither a database of DNA 3 nor an event list*");
    }

    [Fact]
    public async Task A_missing_file_is_refused_and_not_made()
    {
        using var file = DnaFile.Of("");
        File.Delete(file.File);

        await MustBeRefusedAsync(file, "*cannot be read*");
        File.Exists(file.File).Should().BeFalse();
    }

    [Fact]
    public async Task A_folder_is_refused()
    {
        using var file = DnaFile.Of("");
        File.Delete(file.File);
        Directory.CreateDirectory(file.File);

        await MustBeRefusedAsync(file, "*cannot be read*");
    }

    [Fact]
    public async Task A_database_of_something_else_is_refused_by_the_tables_it_lacks()
    {
        using var file = DnaFile.Database();
        file.Run("drop table ENTITIES; drop table DATASHORTTEXT");

        await MustBeRefusedAsync(file, "*is no database of DNA 3: it has no table ENTITIES, DATASHORTTEXT.");
    }

    [Fact]
    public async Task Version_2_is_refused_with_what_to_do()
    {
        using var file = DnaFile.Database();
        file.Run("update SETTINGS set Value = '2.0 beta 25'");

        await MustBeRefusedAsync(file, "*was made by DNA 2.0 beta 25; version 3 is read. Make a new database with DNA 3*");
    }

    [Fact]
    public async Task A_database_that_nothing_can_be_claimed_from_is_refused()
    {
        using var file = DnaFile.Database();
        file.Run("delete from VARIABLES where ID = 4");

        await MustBeRefusedAsync(file, "*has no statement type with the variables concept, agreement, and person or organization.");
    }

    [Fact]
    public async Task A_table_without_its_columns_is_refused()
    {
        using var file = DnaFile.Database();
        file.Run("alter table DOCUMENTS drop column Section");

        await MustBeRefusedAsync(file, "*is damaged, or not as DNA 3 makes it.*Section*");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.05)]
    public async Task A_database_that_was_cut_short_is_refused(double part)
    {
        using var file = DnaFile.Database();
        file.Document(1, new string('a', 100_000));
        var bytes = await File.ReadAllBytesAsync(file.File);
        await File.WriteAllBytesAsync(file.File, bytes[..(int)(bytes.Length * part)]);

        await MustBeRefusedAsync(file, "*is damaged*");
    }

    [Fact]
    public async Task A_database_with_other_bytes_in_one_document_is_refused_before_anything_is_recorded()
    {
        using var file = DnaFile.Database();
        file.Document(1, new string('a', 100_000));
        file.Document(2, new string('b', 100_000));
        file.Code(1, "aaa", "aa");
        var bytes = await File.ReadAllBytesAsync(file.File);
        bytes.AsSpan(Array.LastIndexOf(bytes, (byte)'b') - 50_000, 4_096).Fill(0xFF);
        await File.WriteAllBytesAsync(file.File, bytes);

        await using var items = new GuaranteeTracker.Api.Moving.Dna.DnaReader(file.File).ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        await items.Awaiting(reading => reading.MoveNextAsync().AsTask()).Should().ThrowAsync<UnusableInputException>().WithMessage("*is damaged*");
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-journal")]
    public async Task A_database_with_changes_that_are_not_in_it_yet_is_refused(string beside)
    {
        using var file = DnaFile.Database();
        await File.WriteAllTextAsync(file.File + beside, "changes");

        await MustBeRefusedAsync(file, "*is open in DNA, or was not closed: coded.dna" + beside + " holds changes*");
    }

    [Fact]
    public async Task A_database_is_left_as_it_was()
    {
        using var file = DnaFile.Database();
        file.Document(1, "Words.");
        var before = await File.ReadAllBytesAsync(file.File);

        await file.ReadAsync();

        (await File.ReadAllBytesAsync(file.File)).Should().Equal(before);
        Directory.GetFiles(Path.GetDirectoryName(file.File)!).Should().ContainSingle();
    }

    [Theory]
    [InlineData("statement_id;time;person;concept;text;document_id", "*is no event list: It has no column agreement.")]
    [InlineData("statement_id,time,concept,agreement,text,document_id", "*is no event list: It has no column person or organization.")]
    [InlineData("statement_id;time;person;concept;agreement;text;document_id;Person", "*has two columns “person”.")]
    [InlineData("statement_id;time;person;concept;agreement;text;document_id\n1;\"2025", "*is no table from line 2 on.*")]
    public async Task A_list_without_what_makes_claims_is_refused(string content, string because)
    {
        using var file = DnaFile.Of(content);

        await MustBeRefusedAsync(file, because);
    }

    [Fact]
    public async Task A_list_that_is_not_UTF_8_is_refused()
    {
        using var file = DnaFile.Of([.. Encoding.UTF8.GetBytes("statement_id;time;person;concept;agreement;text;document_id\n1;2025-08-20;"), 0xE9, (byte)';']);

        await MustBeRefusedAsync(file, "*that is UTF-8*");
    }

    private static async Task MustBeRefusedAsync(DnaFile file, string because) => await file.Awaiting(f => f.ReadAsync()).Should().ThrowAsync<UnusableInputException>().WithMessage(because);
}
