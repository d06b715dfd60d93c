import { readCsv } from '../../registry/csv-value';
import { readRegistryFile } from '../../registry/read-registry';
import type { RegistryFile } from '../../registry/registry';
import type { RegistryProblem } from '../../registry/value';
import { readYaml } from '../../registry/yaml-value';
import { decodeText, NotTextError } from '../decode-text';
import { t, type Message } from '../../localise';

/** Five thousand units with all they may say take about two megabytes. */
export const LARGEST_REGISTRY_BYTES = 10 * 1024 * 1024;

/** A registry file with the text that its ranges refer to (for a workbook: its first sheet as CSV, row for row). */
export interface LoadedRegistryFile {
  readonly file: RegistryFile;
  readonly text: string;
}

/** Whether a file can be a registry, by its name. */
export function isRegistryFile(path: string): boolean {
  return /\.(?:ya?ml|csv|xlsx)$/iu.test(path);
}

/** Reads a registry of any accepted format from its bytes. Never fails: what is wrong is a problem of the file. */
export async function readRegistryBytes(uri: string, bytes: Uint8Array): Promise<LoadedRegistryFile> {
  if (bytes.length > LARGEST_REGISTRY_BYTES) return refuseSize(uri, bytes.length);
  try {
    if (/\.xlsx$/iu.test(uri)) return readRegistryText(uri, await readWorkbook(bytes), 'csv');
    return readRegistryText(uri, decodeText(bytes).text);
  } catch (error) {
    const reason =
      error instanceof NotTextError ? t(NOT_TEXT[error.looksLike]) : t('内容已损坏或不是这种格式的文件。');
    return unreadable(uri, 'syntax', t('读不出这份名录：{0}', reason));
  }
}

/** What unpacks and parses a workbook is loaded only for one: most registries are YAML. */
async function readWorkbook(bytes: Uint8Array): Promise<string> {
  return (await import('./workbook')).readWorkbookAsCsv(bytes);
}

/** Reads a registry from text, as an editor holds it. */
export function readRegistryText(uri: string, text: string, format = formatOf(uri)): LoadedRegistryFile {
  if (text.length > LARGEST_REGISTRY_BYTES) return refuseSize(uri, text.length);
  return { file: readRegistryFile(uri, format === 'csv' ? readCsv(text) : readYaml(text)), text };
}

export function refuseSize(uri: string, bytes: number): LoadedRegistryFile {
  const size = Math.round(bytes / 1024 / 1024);
  return unreadable(
    uri,
    'too-large',
    t('名录有 {0} MB，超过 10 MB，没有读取：五千个单位的名录不到 2 MB。', size),
  );
}

const NOT_TEXT: Readonly<Record<NotTextError['looksLike'], Message>> = {
  zip: '看起来是压缩格式（如改了后缀的 .xlsx），请另存为 .xlsx 或 .csv。',
  ole: '看起来是旧版 Office 文件（.xls），请另存为 .xlsx 或 .csv。',
  pdf: '这是 PDF 文件。',
  binary: '不是文本文件。',
};

function formatOf(uri: string): 'csv' | 'yaml' {
  return /\.csv$/iu.test(uri) ? 'csv' : 'yaml';
}

function unreadable(uri: string, code: RegistryProblem['code'], message: string): LoadedRegistryFile {
  const problem: RegistryProblem = { code, level: 'error', message, range: { start: 0, end: 0 } };
  return { file: { uri, area: undefined, units: [], collectives: [], problems: [problem] }, text: '' };
}
