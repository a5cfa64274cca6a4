import type { Plan } from "#plan/plan.js";
import { Books } from "./books.js";
import { type Check, conservationChecks } from "./conservation.js";
import { Formulas, type Register } from "./formulas.js";
import { measureRegisters } from "./measures.js";
import { SumsLayout } from "./sums-layout.js";

/** What the engine works out of the sums of each day of a plan, and what it checks. */
export class Worksheet {
  readonly layout: SumsLayout;
  readonly formulas: Formulas;
  /** In the order of `measureKeys(plan)`. */
  readonly measures: readonly Register[];
  readonly checks: readonly Check[];

  constructor(plan: Plan) {
    this.layout = new SumsLayout(plan);
    this.formulas = new Formulas(this.layout.length);
    const books = new Books(plan, this.layout, this.formulas);
    this.measures = measureRegisters(books);
    this.checks = conservationChecks(books);
  }
}
