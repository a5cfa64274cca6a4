import type { Result, ScenarioSummary, WaitDistribution } from "#result/result.js";
import type { By, ChartOptions } from "./chart.js";
import { innerWidth } from "./frame.js";
import { allNamed, labels, scenarioOf } from "./labels.js";
import { sizes } from "./theme.js";
import { countOf } from "./waits.js";

/** The waits of one panel: a station, service, group or scenario. */
export interface Panel {
  /** Unique; lines parted by line breaks. */
  readonly label: string;
  readonly scenario: ScenarioSummary;
  readonly waits: WaitDistribution;
}

/** Pixels the axis of shares takes at the left. */
export const axisRoom = 50;

/** Pixels between panels side by side, and between the axis of one and the title, of two lines perhaps, of the one below. */
export const panelGap = 22;
export const panelRowGap = 12;

/** Width of the plot in each panel, pixels, when so many stand side by side. */
export const panelWidth = (columns: number): number =>
  Math.floor((innerWidth - axisRoom - panelGap * (columns - 1)) / columns);

/** One panel a scenario: the waits of the whole centre. Scenarios without waits are left out. */
export function panelsByScenario(result: Result, { lang }: ChartOptions): Panel[] {
  const label = labels(result.scenarios, lang, { width: panelWidth(1), size: sizes.subtitle, bold: true });
  return result.scenarios.flatMap((scenario) =>
    withWaits(result, scenario, "whole", "").map((waits) => ({
      label: label.get(scenario.id) ?? scenario.id,
      scenario,
      waits,
    })),
  );
}

/** One panel a station, service or group, of one scenario; those nobody waited at or in are left out. */
export function panelsBy(result: Result, by: Exclude<By, "whole">, options: ChartOptions): Panel[] {
  const scenario = scenarioOf(result, options.scenario);
  if (scenario === null) return [];
  const all = allNamed(result, `${by}s`);
  const label = labels(all, options.lang, { width: panelWidth(2), size: sizes.subtitle, bold: true });
  return all.flatMap(({ id }) =>
    withWaits(result, scenario, by, id).map((waits) => ({ label: label.get(id) ?? id, scenario, waits })),
  );
}

/** The distribution wanted, if there is one and it counts anybody: none or one. */
export const withWaits = (result: Result, scenario: ScenarioSummary, scope: By, key: string): WaitDistribution[] =>
  result.distributions
    .filter((one) => one.scenario === scenario.id && one.scope === scope && one.key === key && countOf(one) > 0)
    .slice(0, 1);
