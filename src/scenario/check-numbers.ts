import type { Draft } from "./draft.js";
import type { Complaint } from "./problem.js";
import { type Section, sections } from "./schema.js";

/** Least and most of each kind of thing; the engine's tables are made for no more. */
const numbers: { readonly [S in Section]: readonly [least: number, most: number] } = {
  groups: [1, 64],
  arrivals: [1, 200],
  services: [1, 200],
  stations: [1, 200],
  lifts: [0, 200],
  passages: [0, 200],
  routes: [1, 200],
};

/** There is at least one of everything that must be, and not too many. */
export function* checkNumbers({ input }: Draft): Generator<Complaint> {
  for (const section of sections) {
    if (input[section] == null) continue;
    const [least, most] = numbers[section];
    const count = Object.keys(input[section]).length;
    const told = { path: [section], isAboutKey: true };
    if (count < least) yield { ...told, expected: "at least one of them", found: "none" };
    if (count > most) yield { ...told, expected: `at most ${most}`, found: String(count) };
  }
}

/** Whether there are too many of some kind. */
export function isTooLarge({ input }: Draft): boolean {
  return sections.some((section) => Object.keys(input[section] ?? {}).length > numbers[section][1]);
}
