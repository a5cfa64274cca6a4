import type { Draft } from "./draft.js";
import { namedIn } from "./legible.js";
import type { Complaint } from "./problem.js";

/** A ramp added to a passage of steps would leave them in everybody's way, longer by the ramp: never what is meant. */
export function* checkPassages({ input }: Draft): Generator<Complaint> {
  for (const [id, { steps, ramp }] of namedIn(input.passages)) {
    if (!steps || !ramp) continue;
    const hint =
      "A ramp beside steps is a passage of its own, to which `instead` leads. " +
      "For a ramp in place of steps that another file states, also write `steps: null`.";
    yield { path: ["passages", id, "ramp"], expected: "steps or a ramp", found: "both", hint, isAboutKey: true };
  }
}
