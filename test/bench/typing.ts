import { CodeActionRequest, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TestServer } from '../support/lsp-client';

/** A pair of changes: the second takes the first back, so that hundreds can follow one another. */
export type Stroke = readonly [TextDocumentContentChangeEvent, TextDocumentContentChangeEvent];

/** What writers do, each as a stroke on one of many places; `at` chooses the place. */
export type Typing = (lines: readonly string[], at: number) => Stroke;

const TASK = /^\d+．[^。]+。/u;
const CHAPTER = /^[一二三四五六七八九十]+、/u;

/** What is pasted has not been in the document before, or it would be known from the last time. */
function pastedChapter(at: number): string {
  const tasks = Array.from({ length: 10 }, (_, index) => {
    const number = at * 10 + index;
    return `9．推进第${number}号公开事项。公开率达到${number % 100}%。〔牵头单位：县司法局；责任单位：县财政局；完成时限：2026年6月底前〕\n\n`;
  });
  return tasks.join('');
}

export const TYPE_IN_PARAGRAPH: Typing = (lines, at) =>
  insert('实', lines, { like: TASK, at, before: (line) => line.indexOf('。') + 8 });

export const TYPINGS: Readonly<Record<string, Typing>> = {
  段落里打一个字: TYPE_IN_PARAGRAPH,
  标题里打一个字: (lines, at) =>
    insert('好', lines, { like: TASK, at, before: (line) => line.indexOf('。') }),
  括注里打错标点: (lines, at) =>
    insert(',', lines, { like: /〔.+；/u, at, before: (line) => line.indexOf('；') }),
  表格里打一个字: (lines, at) =>
    insert('等', lines, { like: /^\| \d/u, at, before: (line) => line.indexOf(' |', 4) }),
  开头加一行: (lines, at) => insert('为此通知如下。\n\n', lines, { like: /^# /u, at, before: () => 0 }),
  贴进一章: (lines, at) => insert(pastedChapter(at), lines, { like: CHAPTER, at, before: () => 0 }),
  开头打开代码块: (lines, at) => insert(`\`\`\`${at}\n`, lines, { like: /^# /u, at, before: () => 0 }),
};

interface Place {
  /** The lines to choose from; the `at`th of them, counted through and again from the first. */
  readonly like: RegExp;
  readonly at: number;
  readonly before: (line: string) => number;
}

function insert(text: string, lines: readonly string[], { like, at, before }: Place): Stroke {
  const candidates = lines.flatMap((content, line) => (like.test(content) ? [line] : []));
  const line = candidates[(at * 7) % candidates.length];
  if (line === undefined) throw new Error(`no line like ${like.source}`);
  const start = { line, character: before(lines[line] as string) };
  const inserted = text.split('\n');
  const last = (inserted.at(-1) as string).length;
  const end =
    inserted.length === 1
      ? { line, character: start.character + last }
      : { line: line + inserted.length - 1, character: last };
  return [
    { range: { start, end: start }, text },
    { range: { start, end }, text: '' },
  ];
}

/** Texts from this length on have lists of findings so long that our server does not repeat them. */
export const LONG = 100_000;

/** Sends a change; milliseconds until the server has told what it finds in that version. */
export async function type(
  server: TestServer,
  uri: string,
  change: TextDocumentContentChangeEvent,
): Promise<number> {
  const began = performance.now();
  const version = server.change(uri, change);
  await server.diagnostics(uri, version);
  return performance.now() - began;
}

/** As `type`, where findings may be the same as before and so are not sent: until repairs of them can be offered. */
export async function typeInLong(
  server: TestServer,
  uri: string,
  change: TextDocumentContentChangeEvent,
): Promise<number> {
  const start = { line: 0, character: 0 };
  const began = performance.now();
  server.change(uri, change);
  await server.request(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only: ['quickfix'] },
  });
  return performance.now() - began;
}
