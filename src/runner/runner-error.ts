/** The machinery failed, not the model. Trying again is safe: a replication is a pure function and can be repeated. */
export class RunnerError extends Error {
  override readonly name = "RunnerError";
}
