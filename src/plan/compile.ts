import { distributionOf } from "#random/distributions.js";
import { onGrid } from "#random/time-grid.js";
import type { Scenario } from "#scenario/scenario.js";
import { planArrivals } from "./arrivals.js";
import { DistributionTable } from "./distribution-table.js";
import type { Plan, PlannedGroup } from "./plan.js";
import { compileRoutes } from "./routes.js";
import { planStations } from "./stations.js";

/** Makes a scenario ready to run. A pure function; the scenario is already known to be sound. */
export function compile(scenario: Scenario): Plan {
  const distributions = new DistributionTable();
  const stations = planStations(scenario, distributions);
  const routes = compileRoutes(scenario, stations, distributions);
  return {
    title: scenario.title.en,
    closes: onGrid(scenario.day.length),
    closeAtOnce: scenario.day.atClosing === "close-at-once",
    promiseWait: scenario.promise.wait,
    noticeable: scenario.promise.noticeable,
    visitorHour: scenario.costs.visitorHour,
    intervals: intervalStarts(scenario.day.length, scenario.day.interval),
    intervalWidth: scenario.day.interval,
    program: routes.program,
    entries: routes.entries,
    chances: routes.chances,
    walks: routes.walks,
    alternatives: routes.alternatives,
    groups: planGroups(scenario, distributions),
    services: scenario.services.map((service) => service.id),
    sources: planArrivals(scenario),
    stations: stations.stations.map((station, index) => ({
      ...station,
      isWatched: station.isWatched || routes.watched.has(index),
      hasReturns: routes.returnedTo.has(index),
    })),
    pools: stations.pools,
    lines: stations.lines,
    distributions: distributions.specs,
  };
}

function planGroups(scenario: Scenario, distributions: DistributionTable): PlannedGroup[] {
  return scenario.groups.map((group) => ({
    id: group.id,
    walkingSpeed: distributions.add(group.walkingSpeed),
    stairsShare: group.stairsSpeed / distributionOf(group.walkingSpeed).mean,
    serviceTimeFactor: group.serviceTimeFactor,
  }));
}

/** Starts of the intervals of the day; a short last one when the width does not divide the day; then closing. */
function intervalStarts(closes: number, width: number): Float64Array {
  const count = Math.ceil(closes / width);
  const starts = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) starts[i] = onGrid(i * width);
  starts[count] = onGrid(closes);
  return starts;
}
