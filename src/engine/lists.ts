import type { Visitors } from "./visitors.js";

/** Lists of waiting visitors, linked through their rows: joining, leaving and being called cost the same at any length. */
export class Lists {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly length: Int32Array;

  constructor(
    readonly visitors: Visitors,
    count: number,
  ) {
    this.first = new Int32Array(count).fill(-1);
    this.last = new Int32Array(count).fill(-1);
    this.length = new Int32Array(count);
  }

  /** Puts a visitor at the end of a list. */
  append(list: number, row: number): void {
    const { next, previous } = this.visitors;
    const last = this.last[list];
    this.visitors.list[row] = list;
    previous[row] = last;
    next[row] = -1;
    if (last < 0) this.first[list] = row;
    else next[last] = row;
    this.last[list] = row;
    this.length[list]++;
  }

  /** Takes a visitor out of the list it stands in. */
  remove(row: number): void {
    const { list: listOf, next: nextOf, previous: previousOf } = this.visitors;
    const list = listOf[row];
    const next = nextOf[row];
    const previous = previousOf[row];
    if (previous < 0) this.first[list] = next;
    else nextOf[previous] = next;
    if (next < 0) this.last[list] = previous;
    else previousOf[next] = previous;
    nextOf[row] = -1;
    this.length[list]--;
  }

  /** The visitor at a place in a list, 0 the first. Walks there: costs the length of the list. */
  at(list: number, place: number): number {
    let row = this.first[list];
    for (let i = 0; i < place; i++) row = this.visitors.next[row];
    return row;
  }

  clear(): void {
    this.first.fill(-1);
    this.last.fill(-1);
    this.length.fill(0);
  }
}
