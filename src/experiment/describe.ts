import type { Plan } from "#plan/plan.js";
import type { ScenarioSummary } from "#result/result.js";
import type { NamedScenario } from "./named-scenario.js";

/** What a reader of the result must know of a scenario. */
export function describe({ id, scenario }: NamedScenario, plan: Plan): ScenarioSummary {
  const named = ({ id, title }: { id: string; title: ScenarioSummary["title"] }) => ({ id, title });
  return {
    id,
    title: scenario.title,
    about: scenario.about,
    assumptions: scenario.assumptions,
    opens: scenario.day.opens,
    dayLength: scenario.day.length,
    intervals: [...plan.intervals],
    promise: scenario.promise,
    groups: scenario.groups.map(named),
    services: scenario.services.map(named),
    stations: scenario.stations.map((station) => ({ ...named(station), isLift: station.isLift })),
  };
}
