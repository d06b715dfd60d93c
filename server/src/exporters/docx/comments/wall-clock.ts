/**
 * A moment by the clock on this machine's wall, `YYYY-MM-DDTHH:MM:SS`: Word shows the figures of a comment's date as
 * they stand, whatever zone they name. Undefined for what is no moment.
 */
export function wallClock(moment: string): string | undefined {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return undefined;
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
