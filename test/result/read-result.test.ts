import { expect, test } from "vitest";
import { readResult } from "#result/read-result.js";
import { resultJsonSchema } from "#result/result-schema.js";
import { aCentre } from "../kit/a-centre.js";
import { tryOut } from "../kit/an-experiment.js";

const scenario = (servers: number) => aCentre().withWindows(servers, { time: 400 }).withPoisson(80).scenario();

test("what an experiment writes is what a reader gets", async () => {
  const result = await tryOut([scenario(1), scenario(2)], { replications: 5 });
  expect(readResult(JSON.stringify(result), "result.json")).toEqual(result);
});

test("a file that is no result is told apart, with the place of the fault", async () => {
  const result = await tryOut([scenario(1)], { replications: 2 });
  const rows = [{ ...result.rows[0], estimate: "many" }];
  for (const [text, fault] of [
    ["{", "not JSON"],
    ["[]", "expected object"],
    [JSON.stringify({ ...result, format: "other" }), "format"],
    [JSON.stringify({ ...result, rows }), "rows.0.estimate"],
  ] as const) {
    expect(() => readResult(text, "result.json")).toThrow(fault);
  }
});

test("the result file has a JSON Schema", () => {
  expect(resultJsonSchema()).toMatchObject({ $schema: expect.stringContaining("draft-07"), type: "object" });
});
