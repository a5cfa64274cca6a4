import { checkCircles } from "./check-circles.js";
import { checkDay } from "./check-day.js";
import { checkNames } from "./check-names.js";
import { checkNeeds } from "./check-needs.js";
import { checkNumbers, isTooLarge } from "./check-numbers.js";
import { checkPassages } from "./check-passages.js";
import { checkServiceTimes } from "./check-service-times.js";
import { checkShares } from "./check-shares.js";
import { checkStations } from "./check-stations.js";
import type { Draft } from "./draft.js";
import type { Complaint } from "./problem.js";

/** Everything that is wrong with a scenario beyond the shape of its settings. */
export function* check(draft: Draft): Generator<Complaint> {
  for (const one of eachByItself) yield* one(draft);
  // A way that leads on through thousands of routes is not followed to its end.
  if (isTooLarge(draft)) return;
  for (const one of fromOneToAnother) yield* one(draft);
}

const eachByItself = [checkNumbers, checkNames, checkNeeds, checkShares, checkPassages, checkDay];
const fromOneToAnother = [checkStations, checkCircles, checkServiceTimes];
