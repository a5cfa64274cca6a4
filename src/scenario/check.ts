import { checkCircles } from "./check-circles.js";
import { checkDay } from "./check-day.js";
import { checkNames } from "./check-names.js";
import { checkNeeds } from "./check-needs.js";
import { checkPassages } from "./check-passages.js";
import { checkServiceTimes } from "./check-service-times.js";
import { checkShares } from "./check-shares.js";
import { checkStations } from "./check-stations.js";
import type { Drafts } from "./draft.js";
import type { Complaint } from "./problem.js";

/** Everything that is wrong with a scenario beyond the shape of its settings. */
export function check({ sound, remaining }: Drafts): readonly Complaint[] {
  return [...ofWhatIsSaid.flatMap((one) => [...one(remaining)]), ...ofWhatIsNot.flatMap((one) => [...one(sound)])];
}

/** What an entry says is wrong whatever else it says. */
const ofWhatIsSaid = [checkNames, checkNeeds, checkShares, checkPassages];
/** These may miss what an entry says with a fault. */
const ofWhatIsNot = [checkStations, checkDay, checkCircles, checkServiceTimes];
