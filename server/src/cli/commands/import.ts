import { basename, dirname, join } from 'node:path';
import { readDraft } from '../../dialect/draft';
import { importFile } from '../../importers/import-file';
import { isImportError } from '../../importers/import-error';
import { renderReport, summariseReport, type ImportedDraft } from '../../importers/report';
import type { TakenNotes } from '../../review/comments/take-notes';
import { CliError, formatError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import type { Io } from '../io';
import { STDIN } from '../read-source';
import { notesPathOf, readNotesOf, takeComments } from '../review-notes';

export const command: Command = {
  name: 'import',
  summary: '把 Word 文件（.docx）、网页和纯文本转成要点稿，附导入报告',
  operands: '文件…',
  arity: [1, Infinity],
  options: [
    {
      name: 'output',
      short: 'o',
      value: '文件',
      summary: '写到文件；一次导入几个文件时写文件夹（默认写在原文件旁边）',
    },
    { name: 'force', summary: '文件已存在时覆盖' },
    {
      name: 'notes-into',
      value: '稿件',
      summary: '只收 Word 文件里的批注，写进这份稿件的审稿意见，不另出稿',
    },
  ],
  notes: `.doc、.wps、.odt、.rtf 先用已经安装的 LibreOffice 转换。
稿件旁边另写一份“….导入报告.md”：认出了什么、什么换了位置、什么没有收进、哪里要看。
Word 文件里的批注写进稿件旁边的“….审稿.json”；已有这个文件时并进去，不覆盖。
例：yaodian import 2025年工作要点.docx -o 2026年工作要点.要点.md
    yaodian import 教育局意见.docx --notes-into 2026年工作要点.要点.md
    yaodian import 往年/*.docx -o 稿件/`,
  run: importFiles,
};

interface Target {
  readonly source: string;
  /** Standard output where undefined. */
  readonly draft: string | undefined;
  readonly report: string | undefined;
}

async function importFiles(call: Call, io: Io): Promise<ExitCode> {
  const draft = call.valueOf('notes-into');
  if (draft !== undefined) return takeAllComments(draft, call, io);
  const targets = targetsOf(call, io);
  return forEach(
    targets,
    ({ source }) => source,
    io,
    (target) => importOne(target, call.isOn('force'), io),
  );
}

/** One that cannot be read does not keep the others from being imported. */
async function forEach<T>(
  all: readonly T[],
  sourceOf: (one: T) => string,
  io: Io,
  take: (one: T) => Promise<void>,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const one of all) {
    try {
      await take(one);
    } catch (error) {
      io.stderr.write(formatError(describe(sourceOf(one), error)));
      code = 2;
    }
  }
  return code;
}

function takeAllComments(draft: string, call: Call, io: Io): Promise<ExitCode> {
  if (call.valueOf('output') !== undefined || call.isOn('force'))
    throw new CliError('--notes-into 不另出稿，不能和 -o、--force 一起用', '去掉其中一个。');
  if (io.files.kindOf(draft) !== 'file')
    throw new CliError(`没有这份稿件： ${draft}`, '在 --notes-into 后面写明收下意见的稿件。');
  return forEach(
    call.operands,
    (source) => source,
    io,
    async (source) => {
      const { text, comments } = await readFrom(source, io);
      const told = tellTaken(draft, takeComments(draft, { read: readDraft(text), comments }, io));
      io.stderr.write(`已读 ${source}：${comments.length === 0 ? '没有批注' : told}\n`);
    },
  );
}

async function importOne(target: Target, force: boolean, io: Io): Promise<void> {
  const { source, draft, report } = target;
  if (!force) for (const path of [draft, report]) refuseExisting(path, io);
  const imported = await readFrom(source, io);
  const { text, comments } = imported;
  // Faults of the notes there are come out before anything is written.
  if (draft !== undefined && comments.length > 0) readNotesOf(draft, io);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (draft === undefined || report === undefined) io.stdout.write(text);
  else {
    io.files.write(draft, encode(text), force);
    io.files.write(report, encode(renderReport(imported.report, basename(source))), force);
  }
  io.stderr.write(announce(target, imported));
  if (comments.length === 0) return;
  const told =
    draft === undefined
      ? `批注 ${comments.length} 条没有收：写到文件时才收进审稿意见`
      : tellTaken(draft, takeComments(draft, { read: readDraft(text), comments }, io));
  io.stderr.write(`  ${told}\n`);
}

async function readFrom(source: string, io: Io): Promise<ImportedDraft> {
  const bytes = source === STDIN ? await io.readStdin() : io.files.read(source);
  return importFile({ name: source, bytes, ...(io.office ? { office: io.office } : {}) });
}

function tellTaken(draft: string, { added, changed }: TakenNotes): string {
  if (added + changed === 0) return `批注都已经在 ${notesPathOf(draft)} 里`;
  const parts = [added > 0 ? `新增 ${added} 条` : '', changed > 0 ? `更新 ${changed} 条` : ''];
  return `批注收进 ${notesPathOf(draft)}：${parts.filter((part) => part !== '').join('，')}`;
}

function refuseExisting(path: string | undefined, io: Io): void {
  if (path !== undefined && io.files.kindOf(path) !== 'absent')
    throw new CliError(`文件已存在，没有覆盖： ${path}`, '换一个文件名，或加 --force 覆盖。');
}

/** What a person should look at is said at once; the rest is in the report. */
function announce({ source, draft, report }: Target, imported: ImportedDraft): string {
  const lines = [
    `已导入 ${source}${draft === undefined ? '' : ` → ${draft}`}：${summariseReport(imported.report)}`,
  ];
  for (const { kind, what, text, line } of imported.report.entries) {
    if (kind !== 'attention') continue;
    lines.push(
      `  请看：${line === undefined ? '' : `第 ${line} 行　`}${what}${text === undefined ? '' : `：${shorten(text)}`}`,
    );
  }
  if (report !== undefined) lines.push(`  导入报告：${report}`);
  return `${lines.join('\n')}\n`;
}

function shorten(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

function describe(source: string, error: unknown): unknown {
  return isImportError(error) ? new CliError(`没有导入 ${source}：${error.message}`, error.advice) : error;
}

/** Where each draft goes: the file or folder named, or beside its source. */
function targetsOf(call: Call, io: Io): readonly Target[] {
  const output = call.valueOf('output');
  const sources = call.operands;
  const isFolder = output !== undefined && (/[\\/]$/.test(output) || io.files.kindOf(output) === 'folder');
  if (sources.length > 1 && output !== undefined && !isFolder)
    throw new CliError(
      `几个文件不能写到一个文件 ${output}`,
      '用 -o 写一个已有的文件夹，或者不写 -o，各写在原文件旁边。',
    );
  const targets = sources.map((source): Target => {
    const named = output === undefined || isFolder ? `${stemOf(source)}.要点.md` : output;
    if (output === '-' || (source === STDIN && output === undefined))
      return { source, draft: undefined, report: undefined };
    const folder = isFolder ? output : output === undefined ? dirname(source) : '';
    const draft = join(folder, named);
    return { source, draft, report: draft.replace(/(?:\.(?:要点|yaodian))?\.[a-z]+$|$/i, '.导入报告.md') };
  });
  refuseCollisions(targets);
  return targets;
}

function refuseCollisions(targets: readonly Target[]): void {
  const taken = new Map<string, string>();
  for (const { draft, source } of targets) {
    if (draft === undefined) continue;
    const other = taken.get(draft);
    if (other !== undefined)
      throw new CliError(`${other} 和 ${source} 都要写到 ${draft}`, '请分开导入，各用 -o 写明文件名。');
    taken.set(draft, source);
  }
}

function stemOf(source: string): string {
  return source === STDIN ? '导入' : basename(source).replace(/(?:\.(?:要点|yaodian))?\.[a-z0-9]+$/i, '');
}
