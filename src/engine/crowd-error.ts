/** More people are in the centre at once than the engine's memory holds: of a scenario that nobody means, mostly. */
export class CrowdError extends Error {
  override readonly name = "CrowdError";

  constructor() {
    super(
      "More people are in the centre at once than fit into memory, some 15 million. Are there too few servers for " +
        "those who come, or is a `per-day` too high?",
    );
  }
}
