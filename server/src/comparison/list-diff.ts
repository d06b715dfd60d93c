export type Difference = 'equal' | 'insert' | 'delete';

/** More differences than this are no revision but another text. */
const MOST_DIFFERENCES = 1500;

/**
 * The shortest way from one list to another, one step an entry (Myers 1986, “An O(ND) Difference Algorithm”);
 * undefined where they differ too much for it to mean anything.
 */
export function listDiff(from: readonly string[], to: readonly string[]): Difference[] | undefined {
  const traces = traceForward(from, to);
  return traces && traceBack(traces, from.length, to.length);
}

/** The furthest place reached on each diagonal (by its number + offset), before each further difference. */
type Trace = Int32Array;

function traceForward(from: readonly string[], to: readonly string[]): Trace[] | undefined {
  const most = Math.min(from.length + to.length, MOST_DIFFERENCES);
  const reached = new Int32Array(2 * most + 3);
  const traces: Trace[] = [];
  for (let d = 0; d <= most; d++) {
    traces.push(reached.slice(most - d, most + d + 3));
    for (let k = -d; k <= d; k += 2) {
      const at = k + most + 1;
      let x = stepsDown(reached, at, k, d) ? (reached[at + 1] as number) : (reached[at - 1] as number) + 1;
      while (x < from.length && x - k < to.length && from[x] === to[x - k]) x++;
      reached[at] = x;
      if (x >= from.length && x - k >= to.length) return traces;
    }
  }
  return undefined;
}

/** Whether diagonal `k` is best reached from the one above it, by an insertion. */
function stepsDown(reached: Trace, at: number, k: number, d: number): boolean {
  return k === -d || (k !== d && (reached[at - 1] as number) < (reached[at + 1] as number));
}

function traceBack(traces: readonly Trace[], fromLength: number, toLength: number): Difference[] {
  const steps: Difference[] = [];
  let [x, y] = [fromLength, toLength];
  for (let d = traces.length - 1; d >= 0; d--) {
    const trace = traces[d] as Trace;
    const k = x - y;
    const down = stepsDown(trace, k + d + 1, k, d);
    const startX = trace[k + d + 1 + (down ? 1 : -1)] as number;
    const startY = startX - (k + (down ? 1 : -1));
    for (; x > startX && y > startY; x--, y--) steps.push('equal');
    if (d > 0) steps.push(down ? 'insert' : 'delete');
    [x, y] = [startX, startY];
  }
  return steps.reverse();
}
