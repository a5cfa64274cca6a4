import { type Visitors, Whole } from "./visitors.js";

/** What is known of a list: `ends[(list << End.bits) + column]`. */
export const enum End {
  first = 0,
  last = 1,
  length = 2,
  bits = 2,
}

/** Lists of waiting visitors, linked through their rows: joining, leaving and being called cost the same at any length. */
export class Lists {
  readonly count: number;
  readonly ends: Int32Array;

  constructor(
    readonly visitors: Visitors,
    count: number,
  ) {
    this.count = count;
    this.ends = new Int32Array(count << End.bits);
    this.clear();
  }

  /** The first in a list; -1: it is empty. */
  first(list: number): number {
    return this.ends[(list << End.bits) | End.first];
  }

  /** Puts a visitor at the end of a list. */
  append(list: number, row: number): void {
    const { wholes } = this.visitors;
    const { ends } = this;
    const end = list << End.bits;
    const visitor = row << Whole.bits;
    const last = ends[end | End.last];
    wholes[visitor | Whole.list] = list;
    wholes[visitor | Whole.previous] = last;
    wholes[visitor | Whole.next] = -1;
    if (last < 0) ends[end | End.first] = row;
    else wholes[(last << Whole.bits) | Whole.next] = row;
    ends[end | End.last] = row;
    ends[end | End.length]++;
  }

  /** Takes a visitor out of the list it stands in. */
  remove(row: number): void {
    const { wholes } = this.visitors;
    const { ends } = this;
    const visitor = row << Whole.bits;
    const end = wholes[visitor | Whole.list] << End.bits;
    const next = wholes[visitor | Whole.next];
    const previous = wholes[visitor | Whole.previous];
    if (previous < 0) ends[end | End.first] = next;
    else wholes[(previous << Whole.bits) | Whole.next] = next;
    if (next < 0) ends[end | End.last] = previous;
    else wholes[(next << Whole.bits) | Whole.previous] = previous;
    wholes[visitor | Whole.next] = -1;
    ends[end | End.length]--;
  }

  /** The visitor at a place in a list, 0 the first. Walks there: costs the length of the list. */
  at(list: number, place: number): number {
    const { wholes } = this.visitors;
    let row = this.first(list);
    for (let i = 0; i < place; i++) row = wholes[(row << Whole.bits) | Whole.next];
    return row;
  }

  clear(): void {
    this.ends.fill(-1);
    for (let list = 0; list < this.count; list++) this.ends[(list << End.bits) | End.length] = 0;
  }
}
