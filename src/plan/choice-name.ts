import type { Step } from "#scenario/scenario.js";

/**
 * Names a choice by the stations it leads to, and one that leads to none by what is done: steps put in or left out elsewhere
 * leave its draws as they were.
 */
export function choiceName(options: readonly (readonly Step[])[]): string {
  const stations = stationsIn(options.flat());
  return stations !== "" ? stations : options.map((steps) => steps.map(({ kind }) => kind).join("+")).join("/");
}

function stationsIn(steps: readonly Step[]): string {
  const found = new Set<string>();
  const look = (inner: readonly Step[]): void => {
    for (const step of inner) {
      if (step.kind === "visit") for (const station of step.stations) found.add(station);
      if (step.kind === "visit") look(step.onFailure);
      if (step.kind === "when") look([...step.then, ...step.otherwise]);
      if (step.kind === "choose") for (const option of step.options) look(option.steps);
      if (step.kind === "repeat") look(step.steps);
      if (step.kind === "follow") found.add(step.route);
    }
  };
  look(steps);
  return [...found].sort().join("+");
}
