import type { Located, Range } from '../dialect/range';
import { nearestWord } from './edit-distance';
import { parsePartialDate } from './partial-date';
import type { Abolition, Collective, FormerName, RegistryFile, Unit } from './registry';
import { ABOLITION_KEYS, COLLECTIVE_KEYS, FILE_KEYS, FORMER_NAME_KEYS, UNIT_KEYS } from './registry-keys';
import type { MapValue, RegistryProblem, RegistryProblemCode, Value } from './value';
import { textsOf } from './value';
import type { YamlReading } from './yaml-value';
import { list, t, type Message } from '../localise';

/** Reads the units and collectives out of what a registry file says. */
export function readRegistryFile(uri: string, reading: YamlReading): RegistryFile {
  return new RegistryReader(uri, reading).read();
}

class RegistryReader {
  private readonly problems: RegistryProblem[];
  private area: Located | undefined;
  private aliasesAllowed = false;
  private readonly units: Unit[] = [];
  private readonly collectives: Collective[] = [];

  constructor(
    private readonly uri: string,
    private readonly reading: YamlReading,
  ) {
    this.problems = [...reading.problems];
  }

  read(): RegistryFile {
    const { value } = this.reading;
    if (value?.kind === 'list') this.readUnits(value);
    else if (value?.kind === 'map') this.readFile(value);
    else if (value) this.report('wrong-type', value.range, t('名录应写成“单位:”下的一列单位。'));
    const { uri, area, units, collectives, problems } = this;
    return { uri, area, units, collectives, problems };
  }

  private readFile(map: MapValue): void {
    this.checkKeys(map, FILE_KEYS, '名录');
    this.area = this.textOf(map, '区划前缀');
    this.aliasesAllowed = this.isYes(map, '允许简称') ?? false;
    this.readUnits(valueOf(map, '单位'));
    this.readCollectives(valueOf(map, '集合'));
  }

  private readUnits(value: Value | undefined): void {
    if (value?.kind === 'list') value.items.forEach((item) => this.readUnit(item));
    else if (value)
      this.report('wrong-type', value.range, t('“单位”应是一个列表：每个单位一项，以“- ”开头。'));
  }

  private readUnit(value: Value): void {
    if (value.kind === 'text')
      this.units.push(this.unitOf(value, { kind: 'map', entries: [], range: value.range }));
    else if (value.kind === 'list')
      this.report('wrong-type', value.range, t('一个单位应写成“全称: …”的形式。'));
    else this.readUnitMap(value);
  }

  private readUnitMap(map: MapValue): void {
    this.checkKeys(map, UNIT_KEYS, '单位');
    const name = this.textOf(map, '全称');
    if (!name) return this.report('missing-name', headOf(map), t('这个单位没有“全称”。'));
    // A unit with members is a collective, however it came into the list of units (a spreadsheet has one list only).
    if (valueOf(map, '成员') || this.textOf(map, '类别')?.value === '集合')
      this.collectives.push(this.collectiveOf(name, map));
    else this.units.push(this.unitOf(name, map));
  }

  private unitOf(name: Located, map: MapValue): Unit {
    return {
      name,
      aliases: textsOf(valueOf(map, '简称')),
      formerNames: this.formerNamesOf(valueOf(map, '曾用名')),
      abolished: this.abolitionOf(valueOf(map, '撤销')),
      category: this.textOf(map, '类别')?.value,
      order: this.orderOf(map),
      superior: this.textOf(map, '上级'),
      area: (this.textOf(map, '区划前缀') ?? this.area)?.value,
      aliasesAllowed: this.isYes(map, '允许简称') ?? this.aliasesAllowed,
      duties: this.textOf(map, '职责')?.value,
      note: this.textOf(map, '备注')?.value,
      uri: this.uri,
      range: map.range,
    };
  }

  private collectiveOf(name: Located, map: MapValue): Collective {
    return {
      name,
      aliases: textsOf(valueOf(map, '简称')),
      members: textsOf(valueOf(map, '成员')),
      note: this.textOf(map, '备注')?.value,
      uri: this.uri,
      range: map.range,
    };
  }

  private readCollectives(value: Value | undefined): void {
    if (value?.kind === 'list') value.items.forEach((item) => this.readCollective(item));
    else if (value?.kind === 'map')
      value.entries.forEach((entry) => this.readCollectiveEntry(entry.key, entry.value));
    else if (value) this.report('wrong-type', value.range, t('“集合”应是一个列表，每项有“名称”和“成员”。'));
  }

  private readCollective(value: Value): void {
    if (value.kind === 'list')
      return this.report('wrong-type', value.range, t('一个集合应有“名称”和“成员”。'));
    const map: MapValue = value.kind === 'map' ? value : { kind: 'map', entries: [], range: value.range };
    if (value.kind === 'map') this.checkKeys(map, COLLECTIVE_KEYS, '集合');
    const name = value.kind === 'text' ? value : this.textOf(map, '名称');
    if (name) this.collectives.push(this.collectiveOf(name, map));
    else this.report('missing-name', headOf(map), t('这个集合没有“名称”。'));
  }

  /** `各镇: [甲镇, 乙镇]`, the short way to write a collective. */
  private readCollectiveEntry(name: Located, value: Value | undefined): void {
    if (value?.kind === 'map') return void this.collectives.push(this.collectiveOf(name, value));
    const members = textsOf(value);
    const range = { start: name.range.start, end: value?.range.end ?? name.range.end };
    this.collectives.push({ name, aliases: [], members, note: undefined, uri: this.uri, range });
  }

  private formerNamesOf(value: Value | undefined): FormerName[] {
    if (value?.kind === 'list') return value.items.flatMap((item) => this.formerNamesOf(item));
    if (value?.kind === 'text') {
      return textsOf(value).map((name) => ({ name, until: undefined, document: undefined }));
    }
    return value ? this.formerNameOf(value) : [];
  }

  private formerNameOf(map: MapValue): FormerName[] {
    this.checkKeys(map, FORMER_NAME_KEYS, '曾用名');
    const name = this.textOf(map, '名称');
    if (!name) this.report('missing-name', headOf(map), t('这个曾用名没有“名称”。'));
    const until = this.dateOf(this.textOf(map, '至'));
    return name ? [{ name, until, document: this.textOf(map, '文件')?.value }] : [];
  }

  private abolitionOf(value: Value | undefined): Abolition | undefined {
    if (!value) return undefined;
    if (value.kind === 'text') return { date: this.dateOf(value), successors: [], document: undefined };
    if (value.kind === 'list') {
      this.report('wrong-type', value.range, t('“撤销”应写日期，或写“日期”“职责划入”“文件”三项。'));
      return undefined;
    }
    this.checkKeys(value, ABOLITION_KEYS, '撤销');
    return {
      date: this.dateOf(this.textOf(value, '日期')),
      successors: textsOf(valueOf(value, '职责划入')),
      document: this.textOf(value, '文件')?.value,
    };
  }

  private dateOf(text: Located | undefined): string | undefined {
    if (!text) return undefined;
    const date = parsePartialDate(text.value);
    if (!date)
      this.report(
        'invalid-date',
        text.range,
        t('“{0}”不是日期，应写成 2024-01-10、2024年1月或 2024。', text.value),
      );
    return date;
  }

  private orderOf(map: MapValue): number | undefined {
    const text = this.textOf(map, '序');
    if (!text) return undefined;
    const order = Number(text.value);
    if (Number.isFinite(order)) return order;
    this.report(
      'invalid-number',
      text.range,
      t('“{0}”不是数字；“序”是单位排列的先后，从小到大。', text.value),
    );
    return undefined;
  }

  private isYes(map: MapValue, key: string): boolean | undefined {
    const text = this.textOf(map, key);
    if (!text) return undefined;
    if (['是', 'true', 'yes', '允许'].includes(text.value)) return true;
    if (!['否', 'false', 'no', '不允许'].includes(text.value)) {
      this.report('wrong-type', text.range, t('“{0}”只能写“是”或“否”。', key));
    }
    return false;
  }

  private textOf(map: MapValue, key: string): Located | undefined {
    const value = valueOf(map, key);
    if (!value || value.kind === 'text') return value;
    this.report('wrong-type', value.range, t('“{0}”应是一段文字，不能分列。', key));
    return undefined;
  }

  private checkKeys(map: MapValue, known: readonly string[], what: Message): void {
    for (const { key } of map.entries) {
      if (known.includes(key.value)) continue;
      const nearest = nearestWord(key.value, known);
      const advice = nearest ? t('，是否想写“{0}”？', nearest) : t('；{0}可写：{1}。', t(what), list(known));
      this.report('unknown-key', key.range, t('{0}没有“{1}”这一项{2}', t(what), key.value, advice), nearest);
    }
  }

  private report(code: RegistryProblemCode, range: Range, message: string, replacement?: string): void {
    const level = code === 'unknown-key' ? 'warning' : 'error';
    this.problems.push({ code, level, message, range, ...(replacement && { replacement }) });
  }
}

function valueOf(map: MapValue, key: string): Value | undefined {
  return map.entries.find((entry) => entry.key.value === key)?.value;
}

/** The first key of an entry: enough to point at, without underlining the whole entry. */
function headOf(map: MapValue): Range {
  return map.entries[0]?.key.range ?? map.range;
}
