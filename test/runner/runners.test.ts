import { expect, test } from "vitest";
import { compile } from "#plan/compile.js";
import type { Plan } from "#plan/plan.js";
import { inlineRunner } from "#runner/inline.js";
import type { Job, Runner } from "#runner/job.js";
import { RunnerError } from "#runner/runner-error.js";
import { threadRunner } from "#runner/threads.js";
import { aCentre } from "../kit/a-centre.js";
import { tryOut } from "../kit/an-experiment.js";

const scenario = (windows: number) =>
  aCentre()
    .withGroup("general", { share: 0.9, patience: { kind: "lognormal", mean: 1800, cv: 0.6 } })
    .withGroup("older", { share: 0.1, priority: 1 })
    .withWindows(windows, { time: { kind: "gamma", mean: 400, cv: 0.5 }, call: "priority", gap: 30, absentTicket: 20 })
    .withPoisson(200, { weights: [1, 2, 1], dayFactorCv: 0.15 })
    .scenario();

const job: Job = { plans: [compile(scenario(2)), compile(scenario(3))], seed: "runners", calendar: "own" };

/** Days of a thousand million visitors. */
const endless: Job = {
  ...job,
  plans: [
    compile(
      aCentre()
        .withWindows(5, { time: 2 ** -17 })
        .withPoisson(1e9)
        .scenario(),
    ),
  ],
};

test("chunks of threads are the same bits as chunks of this thread", async () => {
  const [inline, threads] = [await inlineRunner(job), threadRunner(job, 2)];
  const chunks = (runner: typeof inline) => Promise.all([runner.run(0, 5), runner.run(5, 5), runner.run(10, 3)]);
  const [one, other] = [await chunks(inline), await chunks(threads)];
  await threads.close();
  expect(other).toEqual(one);
});

test("what threads leave in memory that is used again is right until as many others are asked for", async () => {
  const kiosk = aCentre().withStation("kiosk", { time: 60 }).withWindows(2, { time: 400 }).withPoisson(200).scenario();
  const uneven = { ...job, plans: [...job.plans, compile(kiosk)] };
  const [inline, threads] = [await inlineRunner(uneven), threadRunner(uneven, 2)];
  const counts = Array.from({ length: 4 * threads.ahead }, (_, i) => 1 + ((7 * i) % 5));
  const firsts = counts.map((_, i) => counts.slice(0, i).reduce((sum, count) => sum + count, 0));
  const run = (runner: Runner, i: number) => runner.run(firsts[i]!, counts[i]!);
  const running = counts.slice(0, threads.ahead).map((_, i) => run(threads, i));
  for (const i of counts.keys()) {
    expect(await running[i]).toEqual(await run(inline, i));
    if (i + threads.ahead < counts.length) running.push(run(threads, i + threads.ahead));
  }
  await threads.close();
});

test("a whole experiment gives the same result with one thread, with two, and with the other calendar", async () => {
  const scenarios = [scenario(2), scenario(3)];
  const inline = await tryOut(scenarios, { replications: 30 });
  const threads = await tryOut(scenarios, { replications: 30, openRunner: async (each) => threadRunner(each, 2) });
  const simjs = await tryOut(scenarios, { replications: 30, calendar: "simjs" });
  expect(threads).toEqual(inline);
  expect({ ...simjs, provenance: inline.provenance }).toEqual(inline);
});

test("as soon as it is precise enough, what the threads still work on does not count", async () => {
  const stopping = { kind: "until-precise", relativeHalfWidth: 0.05, seconds: Number.POSITIVE_INFINITY } as const;
  const inline = await tryOut([scenario(2)], { stopping });
  const threads = await tryOut([scenario(2)], { stopping, openRunner: async (each) => threadRunner(each, 2) });
  expect(inline.provenance.stopped).toBe("precise");
  expect(threads).toEqual(inline);
});

test("a runner that is closed while its threads work fails nobody", async () => {
  for (let again = 0; again < 3; again++) {
    const threads = threadRunner(job, 2);
    const chunks = Array.from({ length: 8 }, (_, i) => threads.run(5 * i, 5));
    await chunks[0];
    await threads.close();
    const firsts = (await Promise.all(chunks)).map((chunk) => chunk?.first);
    expect(firsts[0]).toBe(0);
    for (const [i, first] of firsts.entries()) expect([5 * i, undefined]).toContain(first);
  }
});

test.each([
  ["this thread", () => inlineRunner(endless)],
  ["other threads", async () => threadRunner(endless, 2)],
])("a replication in %s is let go of in its midst", async (_, open) => {
  const runner = await open();
  const chunks = [runner.run(0, 1), runner.run(1, 1)];
  await new Promise((resolve) => setTimeout(resolve, 100));
  runner.stop();
  expect(await Promise.all(chunks)).toEqual([null, null]);
  expect(await runner.run(2, 1)).toBe(null);
  await runner.close();
});

test("an experiment stopped in the midst of a replication keeps those that were done", async () => {
  const interrupt = new AbortController();
  const openRunner = async (each: Job): Promise<Runner> => {
    const inline = await inlineRunner(each);
    const run = (first: number, count: number) => {
      if (first >= 200) setTimeout(() => interrupt.abort(), 0);
      return inline.run(first, count);
    };
    return { ...inline, run };
  };
  const stopping = { kind: "replications", count: Number.POSITIVE_INFINITY } as const;
  const result = await tryOut([scenario(2)], { stopping, openRunner, signal: interrupt.signal });
  const { stopped, replications } = result.provenance;
  expect(stopped).toBe("interrupted");
  expect(replications).toBeGreaterThanOrEqual(200);
  const undisturbed = await tryOut([scenario(2)], { replications });
  expect({ ...result, provenance: undisturbed.provenance }).toEqual(undisturbed);
});

test("a chunk that fails before an earlier one is done fails the experiment, once", async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on("unhandledRejection", note);
  const openRunner = async (each: Job): Promise<Runner> => {
    const inline = await inlineRunner(each);
    const run = async (first: number, count: number) => {
      if (first > 0) throw new RunnerError("lost");
      await new Promise((resolve) => setTimeout(resolve, 20));
      return inline.run(first, count);
    };
    return { ...inline, ahead: 3, run };
  };
  await expect(tryOut([scenario(2)], { replications: 1000, openRunner })).rejects.toThrow("lost");
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

test("a failing worker is the machinery's failure, and says so", async () => {
  const plan: Plan = { ...job.plans[0]!, distributions: [{ kind: "none" } as never] };
  const broken = threadRunner({ ...job, plans: [plan] }, 1);
  await expect(broken.run(0, 1)).rejects.toMatchObject({ name: "RunnerError" });
  await broken.close();
});
