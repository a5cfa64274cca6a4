import type { Runner, Workload } from "./workload.js";

/** Thrown while our own engine is not connected here; the bench then says so and goes on with the others. */
export class NotConnected extends Error {}

/**
 * Our own engine on a workload of this folder, `mm5.yaml` or `psc-day.yaml`.
 *
 * @param settings Changes to the scenario, written as for `--set`: `day.length=37 h`.
 */
export async function pscsimRunner(_workload: Workload, _settings: readonly string[] = []): Promise<Runner> {
  throw new NotConnected("not connected yet");
}
