import { expect, test } from "vitest";
import { aCentre } from "../kit/a-centre.js";
import { rowOf, tryOut } from "../kit/an-experiment.js";

const centre = () =>
  aCentre()
    .withWindows(1, { time: { kind: "exponential", mean: 300 } })
    .withPoisson(70);

test("the number of replications asked for is run, whatever the chunks", async () => {
  const { provenance } = await tryOut([centre().scenario()], { replications: 37 });
  expect(provenance).toMatchObject({ replications: 37, stopped: "replications" });
});

test("it stops when the mean wait is known precisely enough, and says so", async () => {
  const result = await tryOut([centre().scenario()], {
    stopping: { kind: "until-precise", relativeHalfWidth: 0.1, seconds: 1e9 },
  });
  const { estimate, low, high } = rowOf(result, { measure: "wait", statistic: "mean" });
  expect(result.provenance.stopped).toBe("precise");
  expect((high! - low!) / 2 / estimate!).toBeLessThan(0.1);
  expect(result.provenance.relativeHalfWidth).toBeCloseTo((high! - low!) / 2 / estimate!, 12);
});

test("it stops when its time is up, and says so", async () => {
  const { provenance } = await tryOut([centre().scenario()], {
    stopping: { kind: "until-precise", relativeHalfWidth: 1e-9, seconds: 0 },
  });
  expect(provenance).toMatchObject({ stopped: "time" });
  expect(provenance.replications).toBeGreaterThan(0);
});

test("an interruption keeps what is done", async () => {
  const interrupt = new AbortController();
  const running = tryOut([centre().scenario()], { replications: 1_000_000, signal: interrupt.signal });
  setTimeout(() => interrupt.abort(), 50);
  const { provenance } = await running;
  expect(provenance.stopped).toBe("interrupted");
  expect(provenance.replications).toBeLessThan(1_000_000);
});

test("more replications narrow the interval around the same mean", async () => {
  const [few, many] = await Promise.all(
    [20, 320].map((replications) => tryOut([centre().scenario()], { replications })),
  );
  const width = (result: typeof few) => {
    const { low, high } = rowOf(result!, { measure: "wait", statistic: "mean" });
    return high! - low!;
  };
  // Sixteen times as many: about a quarter of the width.
  expect(width(many) / width(few)).toBeGreaterThan(0.15);
  expect(width(many) / width(few)).toBeLessThan(0.4);
});
