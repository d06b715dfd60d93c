/**
 * Tries until the function neither throws nor returns undefined, and returns its value; after `patience` milliseconds
 * the last error stands. Extensions start late, so nothing in this suite sleeps for a fixed time.
 */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  patience = 15_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      const value = await attempt();
      if (value !== undefined || Date.now() > deadline) return value as NonNullable<T>;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Tries until the assertions hold; after `patience` milliseconds the last failure stands. */
export async function eventuallyHolds(assertions: () => unknown, patience?: number): Promise<void> {
  await eventually(async () => {
    await assertions();
    return true;
  }, patience);
}
