import { readDraft } from '../../dialect/draft';
import type { Call, Command, ExitCode } from '../command';
import type { Io } from '../io';
import { outlineJson, type OutlineJson } from '../json/outline-json';
import { SurroundingsFinder } from '../surroundings';
import { publishedText, readSource, warnOfBadBytes } from '../read-source';

export const command: Command = {
  name: 'outline',
  summary: '列出一份要点稿的公文要素、层次标题和附件',
  operands: '文件',
  arity: [1, 1],
  options: [
    { name: 'format', value: '格式', choices: ['text', 'json'], fallback: 'text', summary: '输出格式' },
  ],
  notes: '文件写作 - 时从标准输入读取。',
  run: showOutline,
};

async function showOutline(call: Call, io: Io): Promise<ExitCode> {
  const source = await readSource(call.operands[0] as string, io);
  const isWhole = warnOfBadBytes(source, io);
  const surroundings = new SurroundingsFinder({}, io).find(source.path);
  const draft = readDraft(await publishedText(source), surroundings.readOptions);
  const outline = outlineJson(draft);
  io.stdout.write(
    call.valueOf('format') === 'json' ? `${JSON.stringify(outline, null, 2)}\n` : asText(outline),
  );
  return isWhole ? 0 : 2;
}

const NOTICE_LABELS: readonly (readonly [keyof OutlineJson['notice'], string])[] = [
  ['title', '通知标题'],
  ['issuer', '发文机关'],
  ['docNumber', '发文字号'],
  ['addressees', '主送机关'],
  ['signature', '署名'],
  ['date', '成文日期'],
  ['note', '附注'],
  ['cc', '抄送'],
  ['printer', '印发机关'],
  ['printDate', '印发日期'],
];

function asText(outline: OutlineJson): string {
  const lines = [outline.title ?? '（没有找到标题）'];
  for (const [key, label] of NOTICE_LABELS) {
    const value = outline.notice[key];
    const text = typeof value === 'string' ? value : (value ?? []).join('，');
    if (text !== '') lines.push(`  ${label}：${text}`);
  }
  lines.push('');
  for (const { level, marker, title, line } of outline.outline) {
    lines.push(`${'  '.repeat(level - 1)}${marker}${title}  （第 ${line} 行）`);
  }
  for (const { number, title, line } of outline.attachments) {
    lines.push(`附件${number ?? ''} ${title ?? ''}  （第 ${line} 行）`);
  }
  return `${lines.join('\n')}\n`;
}
