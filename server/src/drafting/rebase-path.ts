/** Where a relative path written in a file of one folder leads from another; absolute paths stay as they are. */
export function rebasePath(written: string, from: string, to: string): string {
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(written)) return written;
  const target = stepsOf(`${from}/${written}`);
  const base = stepsOf(to);
  const parting = target.findIndex((step, depth) => step !== base[depth]);
  const shared = parting < 0 ? Math.min(target.length, base.length) : parting;
  // From one disk to another there is no way but the whole one.
  if (shared === 0 && /^[A-Za-z]:$/.test(target[0] ?? '')) return target.join('/');
  return [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

/** The folders of an absolute path, of any system, without `.` and `..`. */
function stepsOf(path: string): readonly string[] {
  const steps: string[] = [];
  for (const step of path.split(/[\\/]/)) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps;
}
