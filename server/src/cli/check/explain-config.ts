import { padToWidth } from '../../exporters/text-width';
import { readDraft } from '../../dialect/draft';
import { explainLevel, levelName, type ExplainedLevel } from '../../rules/configuration/levels';
import { allRules } from '../../rules/index';
import { layersFor } from '../../rules/run-rules';
import type { Io } from '../io';
import { publishedText, readSource } from '../read-source';
import { SurroundingsFinder, type SurroundingsSettings } from '../surroundings';
import { t, type Message } from '../../localise';

export interface ExplainedFile {
  readonly path: string;
  readonly rules: readonly ExplainedLevel[];
}

/** For each draft the level of every rule and who set it. */
export async function explainConfiguration(
  paths: readonly string[],
  settings: SurroundingsSettings,
  io: Io,
): Promise<{ readonly files: readonly ExplainedFile[]; readonly messages: readonly string[] }> {
  const finder = new SurroundingsFinder(settings, io);
  const messages = new Set<string>();
  const files: ExplainedFile[] = [];
  for (const path of paths) {
    const text = await publishedText(await readSource(path, io));
    const surroundings = finder.find(path);
    surroundings.messages.forEach((message) => messages.add(message));
    const draft = readDraft(text, surroundings.readOptions);
    const layers = layersFor(draft, surroundings.configuration);
    files.push({ path, rules: allRules.map((rule) => explainLevel(rule, layers)) });
  }
  return { files, messages: [...messages] };
}

const ORIGINS: Readonly<Record<ExplainedLevel['from']['origin'], Message>> = {
  default: '默认',
  'front-matter': '本稿 front matter',
  file: '配置文件',
  settings: '编辑器设置',
};

export function formatExplanation(files: readonly ExplainedFile[], format: string): string {
  if (format === 'json') return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
  return files.map(({ path, rules }) => `${path}\n${rules.map(ruleLine).join('\n')}\n`).join('\n');
}

function ruleLine({ rule, value, from }: ExplainedLevel): string {
  const source = from.origin === 'file' ? `${t('配置文件')} ${from.name}` : t(ORIGINS[from.origin]);
  const through = from.origin !== 'default' && from.key !== rule ? t('（按 {0}）', from.key) : '';
  return `  ${padToWidth(rule, 32)} ${levelName(value)}  ${source}${through}`;
}
