using Rejoin.Faults.Plans;
using Rejoin.Faults.Tests.Peers;

namespace Rejoin.Faults.Tests.Plans;

public sealed class FaultPlanTests
{
    [Fact]
    public void Plan_comes_back_from_its_own_json()
    {
        var plan = new FaultPlan
        {
            Faults =
            [
                Frames.Fault(FaultKind.HalfOpenServiceLost, Direction.ClientToService, 3, "payload:2", 2),
                Frames.Fault(FaultKind.Close, Direction.ServiceToClient, 1, "after", code: 1012, id: "f2"),
                Frames.Fault(FaultKind.Stall, Direction.ServiceToClient, 1, "header:2", delayMs: 50, id: "f3"),
            ],
        };
        var back = FaultPlan.FromJson(plan.ToJson());
        Assert.Equal(plan.Faults, back.Faults);
        Assert.Equal(plan.ToJson(), back.ToJson());
    }

    [Fact]
    public void Plan_is_written_in_camel_case_with_words_for_kinds_and_positions()
    {
        var plan = new FaultPlan
        {
            Faults = [Frames.Fault(FaultKind.HalfOpenClientLost, Direction.ClientToService, 3, "payload:2")],
        };
        Assert.Equal(
            """
            {
              "schema": "rejoin.plan/1",
              "faults": [
                {
                  "id": "f1",
                  "at": {
                    "connection": 1,
                    "direction": "c2s",
                    "frame": 3,
                    "position": "payload:2"
                  },
                  "do": {
                    "kind": "half-open-client-lost"
                  }
                }
              ]
            }
            """, plan.ToJson());
    }

    [Fact]
    public void Plan_tells_all_its_errors_at_once()
    {
        var error = Assert.Throws<FaultPlanException>(() => FaultPlan.FromJson(
            """
            { "schema": "other/2", "extra": 1, "faults": [
              { "id": "a", "at": { "connection": 0, "direction": "up", "frame": "3", "position": "end" },
                "do": { "kind": "explode", "closeCode": 1000 } },
              { "id": "a", "at": { "connection": 1, "direction": "c2s", "frame": 1, "position": "middle" },
                "do": { "kind": "close", "closeCode": 1006, "delayMs": 5 } },
              { "id": "b", "at": { "connection": 1, "direction": "c2s", "frame": 1 }, "do": { "kind": "stall" } },
              { "at": 5 }
            ] }
            """));
        Assert.Equal(
            [
                "$.extra: 1 is not allowed; no such field; allowed: schema, faults",
                "$.faults[0].at.direction: \"up\" is not allowed; allowed: c2s, s2c",
                "$.faults[0].at.frame: \"3\" is not allowed; needed: a whole number",
                "$.faults[0].at.position: \"end\" is not allowed; allowed: before, header:j (j from 1 to 14), " +
                    "afterHeader, payload:j (j from 1), middle, last, after",
                "$.faults[0].do.kind: \"explode\" is not allowed; allowed: fin, rst, half-open-client-lost, " +
                    "half-open-service-lost, stall, black-hole, close, delay, "
                + string.Join(", ", Enum.GetValues<FaultKind>().Skip(8).Select(PlanWords.Kinds.Of)),
                "$.faults[3].id: needed: a string",
                "$.faults[3].at: 5 is not allowed; needed: an object",
                "$.faults[3].do: needed: an object",
                "$.schema: \"other/2\" is not allowed; allowed: \"rejoin.plan/1\"",
                "$.faults[0].at.connection: 0 is not allowed; needed: an ordinal from 1 on",
                "$.faults[1].id: \"a\" is not allowed; needed: an id that no earlier fault has",
                "$.faults[1].at.position: \"middle\" is not allowed; allowed with kind close: before, after, " +
                    "handshake responseEnd",
                "$.faults[1].do.closeCode: 1006 is not allowed; needed: 1000-1003, 1007-1014 or 3000-4999",
                "$.faults[1].do.delayMs: 5 is not allowed; only kinds stall, delay, jitter, slice and coalesce have it",
                "$.faults[2].do.delayMs: needed: 1 to 3600000 (ms)",
            ],
            error.Errors.Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schema":"rejoin.plan/1","faults":null}""")]
    [InlineData("""{"schema":"rejoin.plan/1","faults":[null]}""")]
    public void Plan_that_is_none_is_an_error_and_no_crash(string json) =>
        Assert.NotEmpty(Assert.Throws<FaultPlanException>(() => FaultPlan.FromJson(json)).Errors);

    [Fact]
    public void Plan_without_faults_is_valid() => Assert.Empty(FaultPlan.None.Validate());
}
