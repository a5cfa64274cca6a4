import type { TraceEvent } from "#engine/trace.js";
import { Outcome } from "#plan/plan.js";
import type { Scenario } from "#scenario/scenario.js";
import { total } from "./books.js";

const endings: Partial<Record<TraceEvent["fact"], Outcome>> = {
  left: Outcome.served,
  reneged: Outcome.reneged,
  balked: Outcome.balked,
  "turned-away": Outcome.turnedAway,
  denied: Outcome.denied,
  "inside-at-end": Outcome.inside,
};

interface Visit {
  arrived: number;
  station: string;
  joined: number;
  isWaiting: boolean;
  called: number;
}

/** The most important books of a day, summed over groups and services, made anew from what happened. */
export function recounted(events: readonly TraceEvent[], scenario: Scenario): Record<string, readonly number[]> {
  const stations = new Map(scenario.stations.map((station, i) => [station.id, i]));
  const perStation = () => new Array<number>(stations.size).fill(0);
  const told = { joined: perStation(), called: perStation(), queued: perStation(), inHand: perStation() };
  const outcomes = new Array<number>(Outcome.count).fill(0);
  let [came, timeInside] = [0, 0];
  const visits = new Map<string, Visit>();

  const stopWaiting = (visit: Visit, time: number): void => {
    told.queued[stations.get(visit.station)!]! += time - visit.joined;
    visit.isWaiting = false;
  };
  for (const { time, fact, visitor, station } of events) {
    if (visitor === "" || fact === "absent") continue;
    if (fact === "arrived") visits.set(visitor, { arrived: time, station: "", joined: 0, isWaiting: false, called: 0 });
    const visit = visits.get(visitor)!;
    const at = stations.get(station)!;
    const ending = endings[fact];
    if (fact === "joined") {
      Object.assign(visit, { station, joined: time, isWaiting: true });
      told.joined[at]!++;
    } else if (fact === "called") {
      stopWaiting(visit, time);
      visit.called = time;
      told.called[at]!++;
    } else if (fact === "diverted") {
      if (visit.isWaiting) stopWaiting(visit, time);
    } else if (fact === "served") told.inHand[at]! += time - visit.called;
    else if (ending !== undefined) {
      if (visit.isWaiting) stopWaiting(visit, time);
      came++;
      outcomes[ending]!++;
      timeInside += time - visit.arrived;
      visits.delete(visitor);
    }
  }
  return { ...told, outcomes, came: [came], timeInside: [timeInside], neverLeft: [visits.size] };
}

/** The same rows from a tally's books. */
export function summed(
  books: Record<string, readonly number[]>,
  scenario: Scenario,
): Record<string, readonly number[]> {
  const groups = scenario.groups.length;
  const byStation = (name: string): number[] =>
    scenario.stations.map((_, s) => total(books[name]!.slice(s * groups, (s + 1) * groups)));
  const outcomes = Array.from({ length: Outcome.count }, (_, outcome) =>
    total(books.outcomes!.filter((_value, i) => i % Outcome.count === outcome)),
  );
  return {
    joined: byStation("joined"),
    called: byStation("called"),
    queued: byStation("queued"),
    inHand: byStation("inHand"),
    outcomes,
    came: [total(books.came!)],
    timeInside: [total(books.timeInside!)],
    neverLeft: [0],
  };
}
