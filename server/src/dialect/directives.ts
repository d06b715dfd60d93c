import type { Block } from './blocks';
import { LineTable } from './lines';
import { findCodeSpans } from './markdown/code-spans';
import type { Directive, DirectiveKind } from './model';
import type { Located, Range } from './range';

const OPEN = '<!--';
const CLOSE = '-->';

const KINDS: Readonly<Record<string, DirectiveKind>> = {
  非任务: 'not-task',
  任务: 'task',
  锁定编号: 'lock-number',
  忽略: 'ignore-next',
  忽略开始: 'ignore-start',
  忽略结束: 'ignore-end',
  忽略全文: 'ignore-file',
};

/**
 * Reads the directives (指令) of a draft: HTML comments that begin with 要点：. A comment on a line of its own speaks
 * of what follows; one on a line with text (`一、总体要求 <!-- 要点：锁定编号 -->`) of that line. Comments in code and
 * front matter are none.
 */
export function readDirectives(text: string, blocks: readonly Block[]): Directive[] {
  return text.includes(OPEN) ? new DirectiveReader(text, blocks).read() : [];
}

/** One reading of one text: what it finds out about a block is asked for each comment in it. */
class DirectiveReader {
  private readonly directives: Directive[] = [];
  private lines: LineTable | undefined;
  /** Those of the current block that do not end before the current comment. */
  private codeSpans: Range[] | undefined;
  private hasText: boolean | undefined;

  constructor(
    private readonly text: string,
    private readonly blocks: readonly Block[],
  ) {}

  read(): Directive[] {
    const { text, blocks } = this;
    let index = 0;
    let close = 0;
    for (let start = text.indexOf(OPEN); start >= 0; start = text.indexOf(OPEN, start)) {
      while (index < blocks.length && (blocks[index] as Block).range.end <= start) {
        index++;
        this.codeSpans = this.hasText = undefined;
      }
      const block = blocks[index];
      if (close < start + 2) close = text.indexOf(CLOSE, start + 2);
      if (!block || close < 0) break;
      const range = { start, end: close + CLOSE.length };
      const isComment =
        block.range.start <= start && range.end <= block.range.end && this.mayHold(block, start);
      if (isComment) this.readComment(range, block);
      start = isComment ? range.end : start + 1;
    }
    return this.directives;
  }

  private mayHold(block: Block, offset: number): boolean {
    if (block.kind === 'html') return true;
    if (block.kind !== 'text' && block.kind !== 'table') return false;
    this.codeSpans ??= findCodeSpans(this.text, block.range);
    while (this.codeSpans[0] && this.codeSpans[0].end <= offset) this.codeSpans.shift();
    return !this.codeSpans[0] || this.codeSpans[0].start > offset;
  }

  private readComment(range: Range, block: Block): void {
    const from = range.start + OPEN.length;
    const content = this.text.slice(from, Math.max(from, range.end - CLOSE.length));
    const opening = /^\s*要点\s*[：:]\s*/.exec(content)?.[0].length;
    if (opening === undefined) return;
    this.lines ??= LineTable.of(this.text);
    this.hasText ??= block.kind !== 'html' && hasOwnText(this.text, block.range);
    this.directives.push({
      ...readInstruction(content.slice(opening), from + opening),
      range,
      line: this.lines.lineAt(range.start),
      ...(this.hasText ? { inline: true } : {}),
    });
  }
}

/** Reads what follows 要点：: the instruction, and for 忽略 the rules (`甲/乙、丙/丁`) and the reason. */
function readInstruction(value: string, offset: number): Pick<Directive, 'kind' | 'rules' | 'reason'> {
  const word = /^[^\s：:]*/.exec(value)?.[0] ?? '';
  const kind = Object.hasOwn(KINDS, word) ? (KINDS[word] as DirectiveKind) : 'unknown';
  let position = word.length + (/^[\s：:]*/.exec(value.slice(word.length))?.[0].length ?? 0);
  const rules: Located[] = [];
  while (kind.startsWith('ignore')) {
    const rule = /^[^\s、，,]+/.exec(value.slice(position))?.[0];
    if (rule === undefined) break;
    const start = offset + position;
    rules.push({ value: rule, range: { start, end: start + rule.length } });
    position += rule.length;
    const separator = /^\s*[、，,]\s*/.exec(value.slice(position))?.[0];
    if (separator === undefined) break;
    position += separator.length;
  }
  return { kind, rules, reason: kind === 'unknown' ? '' : value.slice(position).trim() };
}

function hasOwnText(text: string, { start, end }: Range): boolean {
  let position = start;
  while (position < end) {
    const open = text.indexOf(OPEN, position);
    const close = open < 0 || open >= end ? -1 : text.indexOf(CLOSE, open + 2);
    const stop = close < 0 || close >= end ? end : open;
    if (text.slice(position, stop).trim() !== '') return true;
    if (stop === end) return false;
    position = close + CLOSE.length;
  }
  return false;
}
