import type { Group, Scenario } from "#scenario/scenario.js";
import type { DistributionTable } from "./distribution-table.js";
import { Word } from "./plan.js";
import type { PlannedStations } from "./stations.js";

/** What all routes write into. */
export class RouteTables {
  readonly program: number[] = [];
  readonly chances: number[] = [];
  readonly walks: number[] = [];
  readonly alternatives: number[] = [];
  readonly watched = new Set<number>();
  readonly returnedTo = new Set<number>();
  readonly #chanceRows = new Map<string, number>();

  constructor(
    readonly scenario: Scenario,
    readonly stations: PlannedStations,
    readonly distributions: DistributionTable,
  ) {}

  /** Writes an instruction and says where it stands. */
  write(...words: readonly number[]): number {
    const at = this.program.length / Word.perInstruction;
    for (let i = 0; i < Word.perInstruction; i++) this.program.push(words[i] ?? 0);
    return at;
  }

  here(): number {
    return this.program.length / Word.perInstruction;
  }

  /** Fills in a target that was not known yet. */
  aim(instruction: number, operand: number, target: number): void {
    this.program[instruction * Word.perInstruction + operand] = target;
  }

  /** A row of probabilities, one a group. */
  chanceRow(chanceOf: (group: Group) => number): number {
    const row = this.scenario.groups.map(chanceOf);
    const text = row.join(" ");
    const known = this.#chanceRows.get(text);
    if (known !== undefined) return known;
    const index = this.chances.length / row.length;
    this.chances.push(...row);
    this.#chanceRows.set(text, index);
    return index;
  }
}
