using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pictures;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class WritingCells
{
    [Fact]
    public void Cells_written_by_hand_have_the_bytes_that_the_serializer_writes()
    {
        CellView[] cells =
        [
            .. from stance in Enum.GetValues<Stance>()
               from flags in new string[][] { [], ["attributedOnly"], ["disputed", "outsideMandate", "contradicted"] }
               from day in new[] { DateOnly.MinValue, new DateOnly(2025, 8, 20), DateOnly.MaxValue }
               select new CellView("coalition-of-the-willing", stance, day, Guid.NewGuid(), flags),
        ];
        var answer = new CellsAnswer(
            DateTime.UnixEpoch, new(1, DateTime.UnixEpoch, 0), [new(new("a-topic", "A “topic”", "It is so."), cells, [], new(["us"], [], [], []))], [], new(1, 1, 1));

        Encoding.UTF8.GetString(ReadAnswer.Write(answer).Bytes).Should().Be(JsonSerializer.Serialize(answer, Json.Options));
        Encoding.UTF8.GetString(ReadAnswer.Write(answer.WithoutDate()).Bytes).Should().Be(JsonSerializer.Serialize((CellsAnswer)answer.WithoutDate(), Json.Options));
    }
}
