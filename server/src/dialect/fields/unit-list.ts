import type { UnitMention, UnitRole } from '../model';
import type { Range } from '../range';
import { splitAtConjunction, splitAtTail, splitList, trimName } from './split-units';
import { isCollective, isField, looksLikeUnit } from './unit-name';
import {
  findPredicate,
  LOOKS_ON,
  roleAnnotation,
  skipTail,
  stripModifiers,
  type Predicate,
} from './unit-predicates';

export interface UnitListOptions {
  /** The role of names no predicate gives one: what the label or the column says. */
  readonly role: UnitRole;
  readonly source: UnitMention['source'];
  /** Whether every name must have a unit's form; a list under a label may hold any name. */
  readonly strict: boolean;
}

/** Content of a labelled list that is no name; 列首位的为牵头单位，下同 says how to read it. */
const notName =
  /^下同$|[为是](?:总?牵头|主要责任|第一责任|责任)(?:单位|部门)$|^(?:[\d一二三四五六七八九十]+(?:年|月|季度)|第[一二三四]季度|每|全年|长期|持续|常年|年底|年内|年末|上半年|下半年|即时|立即|适时|尽快|按职责|按照|无$|\/$|—|-)|(?:完成|推进|坚持|实施|前|底|年度|职责分工|分工|结合|协调)$/;

/** 等部门 says nothing, while 等有关部门 names a group. */
const namesNobody = /^(?:\d*个?)?(?:部门|单位|地|机关|委办局|科室|处室|股室|镇|乡镇)?$/;

/** 财政、住建等部门: what the list ends with says that fields of work stand for their departments. */
const endsInDepartments = /、[^、，,；;。]{2,8}等(?:有关|相关|\d+个)?(?:部门|单位)/;

/** Reads a list of units (甲、乙等有关部门分工负责，各镇（街道）) between two offsets of a text. */
export function readUnitList(
  text: string,
  start: number,
  end: number,
  options: UnitListOptions,
): UnitMention[] {
  return new UnitListReader(text, options).read(start, end);
}

class UnitListReader {
  private readonly mentions: UnitMention[] = [];
  /** Names whose predicate is still to come. */
  private pending: Range[] = [];
  /** The role of names no predicate follows; after 会同 those named are no leads. */
  private role: UnitRole;
  private list: Range = { start: 0, end: 0 };

  constructor(
    private readonly text: string,
    private readonly options: UnitListOptions,
  ) {
    this.role = options.role;
  }

  read(start: number, end: number): UnitMention[] {
    this.list = { start, end };
    for (const chunk of splitList(this.text, start, end)) this.readChunk(chunk);
    this.settle(this.role);
    return this.mentions;
  }

  private readChunk(chunk: Range): void {
    let start = chunk.start;
    let from = start;
    for (;;) {
      const found = findPredicate(this.text, from, chunk.end);
      if (!found) break;
      const names = { start, end: stripModifiers(this.text, start, found.start) };
      if (names.end > names.start && !this.endsAName(names) && !this.closesList(found, chunk)) {
        from = found.end;
        continue;
      }
      this.readNames(names);
      this.close(found);
      start = from = skipTail(this.text, found.end, chunk.end);
    }
    if (start < chunk.end) this.readNames({ start, end: chunk.end });
  }

  /** 县政策落实办: a predicate's word inside a name follows no complete one. */
  private endsAName(span: Range): boolean {
    const name = this.text.slice(span.start, span.end).replace(/^.{0,20}由/, '');
    const last = name.slice(Math.max(name.lastIndexOf('和'), name.lastIndexOf('及')) + 1);
    return (
      looksLikeUnit(name) ||
      isCollective(name) ||
      isCollective(last) ||
      /[等）)]$/.test(name) ||
      looksLikeUnit(last)
    );
  }

  /** 责任部门：立案庭牵头: under a label any name may stand, and none ends with what it does. */
  private closesList({ word, end }: Predicate, chunk: Range): boolean {
    return !this.options.strict && end === chunk.end && /牵头|负责|配合|协助|参与/.test(word);
  }

  private close({ word, role }: Predicate): void {
    if (word === LOOKS_ON) {
      this.settleUpTo(this.lastComma());
      this.pending = [];
      return;
    }
    if (word === '会同') {
      this.settle('lead');
      this.role = this.options.role === 'lead' ? 'lead' : 'support';
      return;
    }
    const follows = this.role !== this.options.role && role === 'responsible';
    // 牵头单位：甲，乙、丙配合: the predicate reaches back to the comma, not to the label.
    const underLead = this.options.role === 'lead' && role !== 'lead';
    const comma = underLead ? this.lastComma() : 0;
    // 牵头单位：甲、乙按职责分工负责 says how they lead.
    const leads = underLead && role === 'responsible' && comma === 0 && this.mentions.length === 0;
    if (underLead && !leads) this.settleUpTo(comma);
    this.settle(follows ? this.role : leads ? 'lead' : role);
    this.role = this.options.role;
  }

  private lastComma(): number {
    const last = this.pending[this.pending.length - 1];
    if (!last) return 0;
    for (let at = last.start - 1; at >= (this.pending[0] as Range).start; at--)
      if (/[，,；;]/.test(this.text[at] as string)) return at;
    return 0;
  }

  private settleUpTo(offset: number): void {
    const later = this.pending.filter((span) => span.start > offset);
    this.pending = this.pending.filter((span) => span.start <= offset);
    this.settle(this.options.role);
    this.pending = later;
  }

  private settle(role: UnitRole): void {
    for (const span of this.pending) {
      const value = this.text.slice(span.start, span.end);
      this.mentions.push({
        value,
        range: { start: span.start, end: span.end },
        role,
        collective: isCollective(value),
        source: this.options.source,
      });
    }
    this.pending = [];
  }

  private readNames(span: Range): void {
    const { left, right } = splitAtTail(this.text, span);
    for (const part of splitAtConjunction(this.text, left)) this.keep(part);
    if (!right) return;
    for (const part of splitAtConjunction(this.text, right))
      if (!namesNobody.test(this.slice(part))) this.keep(part);
  }

  /** Whether names may be those of fields alone: 财政、住建等部门. */
  private namesFields(): boolean {
    return endsInDepartments.test(this.slice(this.list));
  }

  private slice(span: Range): string {
    return this.text.slice(span.start, span.end);
  }

  private keep(untrimmed: Range): void {
    const span = trimName(this.text, untrimmed);
    const name = this.slice(span);
    if (name === '') return;
    const role = roleAnnotation(this.text, span);
    if (role) {
      const bare = { start: span.start, end: role.start };
      const before = this.pending;
      this.pending = [];
      this.keep(bare);
      this.settle(role.role);
      this.pending = before;
      return;
    }
    const known = looksLikeUnit(name) || isCollective(name) || (isField(name) && this.namesFields());
    if (known || (!this.options.strict && !notName.test(name) && name.length <= 60)) this.pending.push(span);
  }
}
