import { checkCircles } from "./check-circles.js";
import { checkDay } from "./check-day.js";
import { checkNames } from "./check-names.js";
import { checkNeeds } from "./check-needs.js";
import { checkPassages } from "./check-passages.js";
import { checkServiceTimes } from "./check-service-times.js";
import { checkShares } from "./check-shares.js";
import { checkStations } from "./check-stations.js";
import type { Draft } from "./draft.js";
import type { Complaint } from "./problem.js";

/** Everything that is wrong with a scenario beyond the shape of its settings. */
export function check(draft: Draft): readonly Complaint[] {
  return checks.flatMap((one) => [...one(draft)]);
}

const checks = [
  checkNames,
  checkNeeds,
  checkShares,
  checkPassages,
  checkStations,
  checkDay,
  checkCircles,
  checkServiceTimes,
];
