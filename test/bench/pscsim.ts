import { readFileSync } from "node:fs";
import { measureKeys } from "#engine/measures.js";
import { Replicator } from "#engine/replication.js";
import { compile } from "#plan/compile.js";
import { seedKey } from "#random/keys.js";
import { loadScenario } from "#scenario/load.js";
import type { Runner, Workload } from "./workload.js";

const files: Readonly<Record<Workload, string>> = { W1: "mm5.yaml", W2: "psc-day.yaml" };

/**
 * Our own engine on a workload of this folder, with everything on that a user gets: keyed randomness, every measure, the
 * check of the books after each replication.
 *
 * @param settings Changes to the scenario, written as for `--set`: `day.length=37 h`.
 */
export async function pscsimRunner(workload: Workload, settings: readonly string[] = []): Promise<Runner> {
  const resolver = {
    read: (file: string) => readFileSync(new URL(file, import.meta.url), "utf8"),
    resolve: () => undefined,
  };
  const plan = compile(loadScenario({ entry: files[workload], set: settings, resolver }).scenario);
  const replicator = new Replicator(plan);
  const keys = measureKeys(plan);
  const windows = plan.stations.findIndex((station) => station.id === "windows");
  const indexOf = (measure: string, statistic: string): number =>
    keys.findIndex(
      (key) =>
        key.scope === "station" &&
        key.place === windows &&
        key.group < 0 &&
        key.measure === measure &&
        key.statistic === statistic,
    );
  const [mean, p95] = [indexOf("wait-of-served", "mean"), indexOf("wait", "p95")];
  const came = keys.findIndex((key) => key.measure === "came" && key.scope === "whole" && key.group < 0);

  return (replications, seed) => {
    const key = seedKey(seed);
    const sums = { visitors: 0, meanWaitMinutes: 0, p95WaitMinutes: 0 };
    for (let replication = 0; replication < replications; replication++) {
      replicator.run(key, replication);
      const values = replicator.measures;
      sums.visitors += values[came];
      sums.meanWaitMinutes += values[mean] / 60 / replications;
      sums.p95WaitMinutes += values[p95] / 60 / replications;
    }
    return sums;
  };
}
