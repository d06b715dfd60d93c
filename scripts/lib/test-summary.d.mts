export interface LayerReport {
  passed: number;
  failed: number;
  skipped: number;
  failures?: readonly { title: string }[];
  secondTries?: readonly { title: string; message: string }[];
  /** There are no such tests. */
  none?: boolean;
}

export function layerLines(name: string, report: LayerReport, seconds: number): string[];
export function totalLines(reports: readonly LayerReport[]): string[];
