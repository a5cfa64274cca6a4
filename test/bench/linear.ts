import { measureAlone } from "./alone.js";
import type { Measurement } from "./measure.js";

/**
 * Our engine on W1 with ten thousand to ten million visitors in one day: speed should not depend on their number.
 * 9,990 visitors in 37 h, and so on by tens, are exactly 4.5 a minute.
 */
export function linear(say: (note: string) => void): Measurement[] {
  const rows: Measurement[] = [];
  for (const times of [1, 10, 100, 1000]) {
    say(`W1 with about ${9990 * times} visitors`);
    const found = measureAlone({
      workload: "W1",
      engine: "pscsim",
      size: { replications: Math.max(1, 100 / times), runs: 3 },
      settings: [`day.length=${37 * times} h`, `day.interval=${times} h`, `arrivals.walk-in.per-day=${9990 * times}`],
    });
    rows.push(found);
  }
  return rows;
}
