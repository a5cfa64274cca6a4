/** W1: the queue M/M/5 with a million visitors. W2: days of a centre, 951 visitors expected each. */
export const workloads = ["W1", "W2"] as const;
export type Workload = (typeof workloads)[number];

/** What one run found, so that a fast wrong answer is seen. Waits are those of visitors called to a window. */
export interface Figures {
  /** All who came, over all replications. */
  readonly visitors: number;
  /** Mean over replications of each one's mean wait for a window. In W2 the wait after the teller counts as well. */
  readonly meanWaitMinutes: number;
  /** Mean over replications of each one's P95 of the same waits: the ceil(0.95 n)-th smallest. */
  readonly p95WaitMinutes: number;
}

/** Runs so many replications of a workload. What is timed is this call, whole. */
export type Runner = (replications: number, seed: string) => Figures;
