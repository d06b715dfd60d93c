import { nameOfColumn } from '../../dialect/second-header';
import type { Block } from '../../dialect/blocks';
import { brokenParagraphs } from '../../dialect/broken-paragraphs';
import { readDraft } from '../../dialect/draft';
import { formatDraft } from '../../dialect/format/format-draft';
import { EDITOR_RESIDUE } from '../../dialect/furniture';
import { allMarkers } from '../../dialect/all-items';
import type { Draft, Table } from '../../dialect/model';
import { applyEdits } from '../../dialect/range';
import { ReportWriter, type ImportedDraft } from '../report';
import { readFates, type Fate } from './fates';
import { frontMatterOf, readableFrontMatter } from './front-matter-of';
import { unwrapLines } from './unwrap-lines';
import { writeTable } from './write-table';
import { list, t } from '../../localise';

/**
 * Makes a canonical draft of a text as published: front matter from notice and imprint, headings, tables. What is not
 * in the draft word for word is in the report.
 */
export function importText(source: string, report = new ReportWriter()): ImportedDraft {
  const text = withWholeParagraphs(source.replace(/\r\n?/g, '\n'), report);
  const written = new TextImport(readDraft(text), report).write();
  const draft = readDraft(written);
  return {
    text: applyEdits(written, formatDraft(draft, { layoutOnly: true })),
    report: report.finish(),
    comments: [],
  };
}

/** Text copied from a laid-out page with its lines joined; any other as it is. */
function withWholeParagraphs(source: string, report: ReportWriter): string {
  const unwrapped = unwrapLines(source);
  if (unwrapped === undefined) return source;
  const { text, joined, dropped, sourceLine } = unwrapped;
  report.add('changed', t('原文照页面的宽度断了行，{0} 处接成整段，请对照原文', joined));
  for (const part of dropped) report.add('dropped', t('页码或页眉'), part);
  report.translateLines(sourceLine);
  return text;
}

/** One import of one text; holds what its steps share. */
class TextImport {
  private readonly fates: ReadonlyMap<number, Fate>;
  /** Lines of tables, code, comments: taken as they are. */
  private readonly verbatim: ReadonlySet<number>;
  private readonly body: string[] = [];
  private readonly noticeText: string[] = [];
  private readonly listed: string[] = [];
  private readonly done = new Set<Table | 'title' | number>();
  private title = '';

  constructor(
    private readonly draft: Draft,
    private readonly report: ReportWriter,
  ) {
    this.fates = readFates(draft);
    this.verbatim = new Set(draft.blocks.flatMap((block) => linesOf(draft, block)));
  }

  write(): string {
    const { draft } = this;
    const content = draft.frontMatter === undefined ? 1 : draft.lines.lineAt(draft.frontMatter.range.end) + 1;
    for (let line = content; line <= draft.lines.count; line++) this.takeLine(line);
    this.describe();
    this.reportUnreadable();
    if (draft.title === undefined) this.borrowTitle();
    if (this.listed.length > 0) this.insertListed();
    const head = this.title === '' ? [] : [`# ${this.title}`];
    return `${frontMatterOf(draft, this.noticeText)}\n${[...head, ...this.body].join('\n')}\n`;
  }

  /** Front matter with faults: nobody can tell what it was to say, so its words go where a person reads them. */
  private reportUnreadable(): void {
    const { text, frontMatter } = this.draft;
    if (frontMatter === undefined || readableFrontMatter(this.draft) !== undefined) return;
    const { start, end } = frontMatter.range;
    this.report.add('attention', t('开头的前言读不懂，没有收进稿件，请照着补写'), {
      line: 1,
      text: text.slice(start, end),
    });
  }

  private takeLine(line: number): void {
    const { start, end } = this.draft.lines.rangeOf(line);
    const raw = this.draft.text.slice(start, end);
    const fate = this.fates.get(line) ?? { kind: 'keep' };
    if (raw.trim() === '' && fate.kind === 'keep') this.body.push('');
    else if (this.verbatim.has(line)) this.body.push(raw);
    else this.settle(fate, raw, line);
  }

  private settle(fate: Fate, raw: string, line: number): void {
    const text = fate.kind === 'table' ? '' : this.withoutResidue(raw, line);
    switch (fate.kind) {
      case 'keep':
        return void this.body.push(...this.splitLabel(text, line));
      case 'drop':
        return this.report.add('dropped', fate.why, { line, text });
      case 'front-matter':
        this.report.add('moved', t('写入前言的{0}', fate.what), { line, text });
        if (fate.rest !== '')
          this.report.add('attention', t('这一行还有前言里没有地方写的文字，没有收进稿件'), {
            line,
            text: fate.rest,
          });
        return;
      case 'notice-text':
        this.noticeText.push(text);
        this.report.add('moved', t('通知里的一段，接在前言的印发语之后'), { line, text });
        return this.report.add('attention', t('通知里除印发语外还有文字，请看前言的印发语是否合适'), {
          line,
          text,
        });
      case 'listed':
        this.listed.push(text);
        return this.report.add('moved', t('通知里的附件说明，移到要点正文之后'), { line, text });
      case 'title':
        return this.writeTitle(line, text);
      case 'attachment-title':
        return this.writeAttachmentTitle(fate.number, line, text);
      case 'table':
        return this.writeTable(fate.table);
    }
  }

  private withoutResidue(raw: string, line: number): string {
    const residue = raw.match(EDITOR_RESIDUE) ?? [];
    for (const text of residue) this.report.add('dropped', t('编辑器的残留'), { line, text });
    return trim(residue.length > 0 ? raw.replace(EDITOR_RESIDUE, '') : raw);
  }

  private writeTitle(line: number, text: string): void {
    const title = this.draft.title?.parts.map((part) => part.value.trim()) ?? [];
    this.title = this.draft.title?.value.trim() ?? '';
    if (title.length > 1) this.report.add('changed', t('要点标题的几行并成一行'), { line, text });
    // What stands on the title's line besides it (发文字号 is in the front matter).
    const rest = text.replace(this.title, '').replace(/^[\s#>*+-]+/, '');
    if (rest === '' || this.title.includes(text)) return;
    if (rest === text) this.body.push(text);
    else this.report.add('attention', t('标题这一行还有别的文字，没有收进稿件'), { line, text: rest });
  }

  private writeAttachmentTitle(number: number, line: number, text: string): void {
    const { title, label } = this.draft.attachments[number] as Draft['attachments'][number];
    const first = !this.done.has(number);
    this.done.add(number);
    const onLabelLine = title !== undefined && this.draft.lines.lineAt(label.range.start) === line;
    if (onLabelLine) {
      const name = label.value.replace(/[\s\u3000]+/g, '');
      this.report.add('changed', t('附件的标题另起一行，写作“{0}”和标题两行', name), { line, text });
      this.body.push('', name, '', title.value.trim(), '');
    } else if ((title?.parts.length ?? 0) > 1) {
      this.report.add('changed', t('附件标题的几行并成一行'), { line, text });
      if (first) this.body.push('', title?.value ?? '', '');
    } else this.body.push(text);
  }

  private writeTable(table: Table): void {
    if (this.done.has(table)) return;
    this.done.add(table);
    const header = table.columns.map(nameOfColumn);
    const rows = table.rows.map(({ cells }) => cells.map(({ value }) => value));
    this.body.push('', writeTable(header, rows), '');
    const place = table.attachment === undefined ? '' : t('附件{0}的', table.attachment);
    this.report.add(
      'changed',
      t('{0}表格 {1} 行还原为表格（{2}），空着的单元格请对照原文', place, rows.length, list(header)),
      {
        line: table.line,
      },
    );
  }

  /** `附 件 1` is `附件1`. */
  private splitLabel(text: string, line: number): string[] {
    const label = this.draft.attachments.find(({ line: at }) => at === line)?.label;
    return label !== undefined && text === label.value ? ['', text.replace(/[\s\u3000]+/g, ''), ''] : [text];
  }

  /** A notice whose plan has lost its title names it. */
  private borrowTitle(): void {
    const { notice } = this.draft;
    const named = /《([^《》]+)》/.exec(notice.title?.value ?? notice.issuingSentence?.value ?? '')?.[1];
    if (named === undefined) this.report.add('attention', t('没有找到要点的标题，请在开头补一行“# 标题”'));
    else {
      this.title = named;
      this.report.add('attention', t('正文前没有要点的标题，暂用通知里写的名称'), { text: named });
    }
  }

  /** Behind the text, before the first attachment. */
  private insertListed(): void {
    const first = this.draft.attachments[0]?.label.value.replace(/[\s\u3000]+/g, '');
    const at = first === undefined ? -1 : this.body.indexOf(first);
    this.body.splice(at < 0 ? this.body.length : at, 0, '', ...this.listed, '');
  }

  private describe(): void {
    const { draft, report } = this;
    if (draft.title !== undefined) report.add('recognised', t('要点标题'), { text: draft.title.value });
    const { tasks, outline, attachments, tables } = draft;
    report.add('recognised', t('标题和要点 {0} 条，其中任务 {1} 项', outline.length, tasks.length));
    if (attachments.length > 0)
      report.add('recognised', t('附件 {0} 个，任务表 {1} 张', attachments.length, tables.length));
    for (const [first] of brokenParagraphs(draft)) {
      const text = draft.text.slice(first.range.start, first.range.end).slice(-20);
      report.add('attention', t('这一行没有结束的标点，像是一段被截成两行，照原样保留'), {
        line: first.line,
        text,
      });
    }
    for (const marker of allMarkers(draft)) {
      if (marker.flaws.length === 0) continue;
      const line = draft.lines.lineAt(marker.range.start);
      report.add('attention', t('序号的写法与前后不一致，照原样保留（应为“{0}”）', marker.expected), {
        line,
        text: marker.text,
      });
    }
  }
}

function linesOf({ lines }: Draft, block: Block): number[] {
  if (block.kind === 'text') return [];
  const last = lines.lineAt(Math.max(block.range.start, block.range.end - 1));
  return Array.from({ length: last - block.line + 1 }, (_, i) => block.line + i);
}

function trim(text: string): string {
  return text.replace(/^[\s\u3000\ufeff\u200b]+|[\s\u3000\u200b]+$/g, '');
}
