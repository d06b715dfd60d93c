import { writePage } from '../../reports/page/write-page';
import type { Reporter } from './reporter';

/** A page that a director can read. */
export const report: Reporter = (files, { version, rules, date, failures, last }) =>
  writePage({ files, failures, rules, date, last, version });
