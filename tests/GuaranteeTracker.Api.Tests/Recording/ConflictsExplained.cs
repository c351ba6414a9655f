using System.Net.Sockets;
using GuaranteeTracker.Api.Recording;
using JasperFx;
using Marten.Exceptions;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Recording;

public sealed class ConflictsExplained
{
    [Theory]
    [InlineData("23505", "somebody else's row is there already")]
    [InlineData("40001", "a serialization failure")]
    [InlineData("40P01", "a deadlock")]
    [InlineData("25P02", "one of these, hidden by a second try in the same transaction")]
    public void Somebody_was_faster(string sqlState, string because)
    {
        var e = Postgres(sqlState);

        Conflicts.Explains(e).Should().BeTrue(because);
        Conflicts.Explains(Wrapped(e)).Should().BeTrue("Marten wraps what the database says");
        Conflicts.IsConnectionLost(e).Should().BeFalse();
    }

    [Fact]
    public void A_version_or_a_stream_that_is_there_already_is_a_conflict()
    {
        Conflicts.Explains(new ConcurrencyException("Unexpected starting version", typeof(string), "claim:1")).Should().BeTrue();
        Conflicts.Explains(new JasperFx.Events.EventStreamUnexpectedMaxEventIdException("claim:1", typeof(string), 1, 2)).Should().BeTrue();
        Conflicts.Explains(new Marten.Exceptions.ExistingStreamIdCollisionException("claim:1", typeof(string))).Should().BeTrue();
    }

    [Theory]
    [InlineData("08006", "the connection failed")]
    [InlineData("08P01", "a protocol violation")]
    [InlineData("57P01", "an administrator ended it")]
    [InlineData("57P02", "the server crashed")]
    [InlineData("57P03", "the server is starting")]
    [InlineData("57P05", "the session was idle for too long")]
    [InlineData("25P03", "the transaction was idle for too long")]
    [InlineData("53300", "too many connections")]
    [InlineData("53100", "the disk is full")]
    [InlineData("53200", "out of memory")]
    [InlineData("58030", "the disk cannot be read")]
    [InlineData("55000", "the database takes no connections")]
    [InlineData("25006", "a standby answers, or the primary that was")]
    public void The_database_is_away(string sqlState, string because)
    {
        var e = Postgres(sqlState);

        Conflicts.IsConnectionLost(e).Should().BeTrue(because);
        Conflicts.IsConnectionLost(Wrapped(e)).Should().BeTrue(because);
        Conflicts.Explains(e).Should().BeFalse();
    }

    [Fact]
    public void A_broken_line_is_a_lost_connection()
    {
        Conflicts.IsConnectionLost(new NpgsqlException("Exception while reading from stream", new IOException("broken", new SocketException()))).Should().BeTrue();
        Conflicts.IsConnectionLost(new NpgsqlException("The operation has timed out", new TimeoutException())).Should().BeTrue();
        Conflicts.IsConnectionLost(Wrapped(new NpgsqlException("Failed to connect", new SocketException()))).Should().BeTrue();
    }

    [Theory]
    [InlineData("42P01", "a table is missing")]
    [InlineData("22P05", "a character cannot be kept")]
    [InlineData("23502", "a column is empty")]
    public void A_fault_of_ours_is_neither(string sqlState, string because)
    {
        Conflicts.Explains(Postgres(sqlState)).Should().BeFalse(because);
        Conflicts.IsConnectionLost(Postgres(sqlState)).Should().BeFalse(because);
        Conflicts.Explains(new InvalidOperationException("ours")).Should().BeFalse();
        Conflicts.IsConnectionLost(new InvalidOperationException("ours")).Should().BeFalse();
    }

    private static PostgresException Postgres(string sqlState) => new("says no", "ERROR", "ERROR", sqlState);

    private static MartenCommandException Wrapped(Exception e) => new(new NpgsqlCommand("select 1"), e);
}
