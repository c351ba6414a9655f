using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Pictures;

namespace GuaranteeTracker.Api.Tests.Charts;

public sealed class MatrixCharts
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(16, 9)]
    [InlineData(18, 12)]
    [InlineData(500, 70)]
    public void A_matrix_of_any_size_is_legible(int topics, int actors) =>
        MatrixChart.Draw(SomePictures.Matrix(topics, actors, "A topic with a title of some length: ", "A name of some length "), "Who stood where", "moment", "address").ShouldBeLegible();

    [Fact]
    public void Topics_and_actors_with_most_positions_come_first_and_the_rest_is_counted()
    {
        var outline = SomePictures.Outline(5, 4, (topic, actor) => topic + actor >= 4); // topic 4 and actor 3 have most

        var matrix = Matrix.Of(outline, topic => topic, actor => actor, new(Topics: 3, Actors: 2));

        matrix.Rows.Select(row => row.Topic).Should().Equal("topic-04", "topic-03", "topic-02");
        matrix.Actors.Select(actor => actor.Id).Should().Equal("actor-03", "actor-02");
        matrix.Rows.Should().OnlyContain(row => row.Cells.Count == 2);
        (matrix.MoreTopics, matrix.MoreActors).Should().Be((2, 2));
    }

    [Fact]
    public void Those_with_as_many_come_by_id() =>
        SomePictures.Matrix(3, 3).Actors.Select(actor => actor.Id).Should().Equal("actor-00", "actor-01", "actor-02");

    [Fact]
    public void A_cell_holds_what_stands_and_what_may_already_have_been_said()
    {
        var cell = SomePictures.Marked("t", "a").Rows.Single(row => row.Topic == "topic-00").Cells[0];

        cell.Standing!.Actor.Should().Be("actor-00");
        cell.Pending.Should().ContainSingle();
        cell.IsEmpty.Should().BeFalse();
    }

    [Fact]
    public void What_is_left_out_is_said_in_the_image() =>
        MatrixChart.Draw(SomePictures.Matrix(500, 70), "t", "m", "a").Captions().Select(caption => caption.Text)
            .Should().Contain("18 topics, 12 actors – and 482 more topics, 58 more actors");

    [Fact]
    public void Every_mark_in_a_cell_is_in_the_legend()
    {
        var captions = MatrixChart.Draw(SomePictures.Marked("t", "a"), "t", "m", "a").Captions();

        captions.Select(caption => caption.Text).Should().Contain("≠!†…").And.Contain(["≠", "!", "†", "…", "contradicted", "disputed", "spoken outside a mandate", "may already have been said"]);
    }

    [Fact]
    public void All_marks_of_a_cell_stay_within_it()
    {
        var drawing = MatrixChart.Draw(SomePictures.Marked("t", "a"), "t", "m", "a");
        var fields = drawing.Shapes.OfType<Rectangle>().Where(field => field.Paint.CssClass!.StartsWith("stance-", StringComparison.Ordinal)).ToList();

        foreach (var marks in drawing.Captions().Where(caption => caption.Letters.CssClass.StartsWith("stance-", StringComparison.Ordinal) && caption.Anchor == Anchor.Start))
        {
            fields.Should().Contain(
                field => field.X < marks.X && marks.X + Typesetting.Width(marks.Text, marks.Letters) < field.X + field.Width && field.Y < marks.Y && marks.Y < field.Y + field.Height, marks.Text);
        }
    }

    [Fact]
    public void Hearsay_has_a_dashed_border_and_its_word_where_there_is_room()
    {
        var matrix = SomePictures.Matrix(1, 2);
        var hearsay = matrix with { Rows = [matrix.Rows[0] with { Cells = [.. matrix.Rows[0].Cells.Select(cell => cell with { Standing = cell.Standing! with { AttributedOnly = true } })] }] };

        var drawing = MatrixChart.Draw(hearsay, "t", "m", "a");

        drawing.Shapes.All().OfType<Rectangle>().Count(field => field.Paint.Dashed).Should().Be(3, "two cells and the legend");
        drawing.Captions().Count(caption => caption.Text == "hearsay").Should().Be(2);
    }
}
