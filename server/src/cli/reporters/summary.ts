import { summariseReport } from '../../reports/report-summary';
import type { Reporter } from './reporter';

/** The figures alone, to keep and to compare the next report with (`--since`). */
export const report: Reporter = (files, { date }) =>
  `${JSON.stringify(summariseReport(files, date), null, 2)}\n`;
