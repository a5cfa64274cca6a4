import { Visitor } from "./visitor";

/** Waiting visitors, linked to one another: joining, leaving and being called cost the same at any length. */
export class List {
  first: Visitor | null = null;
  last: Visitor | null = null;
  length: i32 = 0;

  /** Puts a visitor at the end. */
  append(visitor: Visitor): void {
    const last = this.last;
    visitor.list = this;
    visitor.previous = last;
    visitor.next = null;
    if (last === null) this.first = visitor;
    else last.next = visitor;
    this.last = visitor;
    this.length++;
  }

  /** Takes out a visitor who stands here. */
  remove(visitor: Visitor): void {
    const next = visitor.next;
    const previous = visitor.previous;
    if (previous === null) this.first = next;
    else previous.next = next;
    if (next === null) this.last = previous;
    else next.previous = previous;
    visitor.next = null;
    this.length--;
  }

  /** Those of the list who are still there: of the others only the tickets are. Costs the length of the list. */
  countWaiting(): i32 {
    let count = 0;
    let visitor = this.first;
    while (visitor !== null) {
      if (!visitor.isAbsent) count++;
      visitor = visitor.next;
    }
    return count;
  }

  /** The visitor at a place, 0 the first. Walks there: costs the length of the list. */
  at(place: i32): Visitor {
    let visitor = this.first!;
    for (let i = 0; i < place; i++) visitor = visitor.next!;
    return visitor;
  }
}
