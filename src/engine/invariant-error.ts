/** Our bug, never the user's: a promise of the code does not hold. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** @throws InvariantError when `holds` is false */
export function assert(holds: boolean, message: () => string): asserts holds {
  if (!holds) throw new InvariantError(message());
}
