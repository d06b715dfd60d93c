import type { Draft } from '../dialect/model';
import { coverageOf, type CoverageState } from '../trace/coverage';
import type { Superior } from '../trace/superiors';
import { planTrace, STATE_NAMES } from '../exporters/trace/plan-trace';

/** The table for a terminal: a line an item, the states counted below. */
export function traceText(draft: Draft, superiors: readonly Superior[]): string {
  return planTrace(draft, superiors)
    .map(({ title, rows }, index) => {
      const lines = rows.map((row) => row.filter((cell) => cell !== '').join('  '));
      const superior = superiors[index];
      const sum = superior ? `\n${countStates(draft, superior, superiors)}` : '';
      return `${title}\n${lines.map((line) => `  ${line}`).join('\n')}${sum}\n`;
    })
    .join('\n');
}

function countStates(draft: Draft, superior: Superior, superiors: readonly Superior[]): string {
  const own = coverageOf(draft, superiors).entries.filter((entry) => entry.superior === superior);
  const counts = (Object.keys(STATE_NAMES) as CoverageState[])
    .map((state) => `${STATE_NAMES[state]} ${own.filter((entry) => entry.state === state).length}`)
    .join('，');
  return `共 ${own.length} 项：${counts}`;
}
