import type { Progress } from "#experiment/experiment.js";

/** Progress with the time left, on stderr; nothing when that is not a terminal. */
export function showProgress(isQuiet: boolean): { show(progress: Progress): void; end(): void } {
  const { stderr } = process;
  if (isQuiet || !stderr.isTTY) return { show: () => undefined, end: () => undefined };
  return {
    show: ({ replications, share, secondsLeft }) => {
      const filled = Math.round(20 * Math.min(1, share));
      const bar = "█".repeat(filled) + "░".repeat(20 - filled);
      const left = secondsLeft === null ? "" : `, ${secondsLeft < 1 ? "less than 1" : Math.ceil(secondsLeft)} s left`;
      stderr.write(`\r\x1b[K${bar} ${replications} replications${left}`);
    },
    end: () => stderr.write("\r\x1b[K"),
  };
}
