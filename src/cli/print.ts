/** Writes to stdout and waits until it is out: a pipe may take its time. */
export function print(text: string): Promise<void> {
  const { stdout } = process;
  return new Promise((resolve, reject) => {
    const settle = (error: NodeJS.ErrnoException | null | undefined): void => {
      if (error && !hasGone(error)) reject(error);
      else resolve();
    };
    // What fails is also told as an event, which would end the program.
    stdout.once("error", settle);
    stdout.write(text, (error) => {
      if (!error) stdout.off("error", settle);
      settle(error);
    });
  });
}

/** Whoever was to read has read enough: `pscsim run centre.yaml | head`. What else there is to do is done. */
function hasGone({ code }: NodeJS.ErrnoException): boolean {
  return code === "EPIPE";
}
