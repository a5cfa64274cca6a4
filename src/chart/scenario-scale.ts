import type { Result, ScenarioSummary } from "#result/result.js";
import { innerWidth } from "./frame.js";
import { labels } from "./labels.js";
import type { Language } from "./language.js";
import { scenarioColour, scenarioDash, sizes } from "./theme.js";

/** The colours and dashes of scenarios, the same in every chart of a result, and the legend that tells them. */
export function scenarioScale(shown: readonly ScenarioSummary[], result: Result, lang: Language) {
  const width = innerWidth - 60;
  const titles = labels(result.scenarios, lang, { width, size: sizes.label });
  const label = (id: string) => titles.get(id) ?? id;
  const places = shown.map((scenario) => result.scenarios.indexOf(scenario));
  const domain = shown.map(({ id }) => label(id));
  const legend =
    shown.length < 2
      ? null
      : {
          title: null,
          orient: "top" as const,
          direction: "vertical" as const,
          columns: 1,
          offset: 12,
          symbolType: "stroke",
          symbolSize: 500,
          labelLimit: 0,
        };
  const field = { field: "scenario", type: "nominal" as const, sort: null };
  return {
    label,
    color: { ...field, scale: { domain, range: places.map(scenarioColour) }, legend },
    strokeDash: { ...field, scale: { domain, range: places.map(scenarioDash) }, legend },
  };
}
