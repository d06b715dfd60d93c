import type { Collective, RegistryFile, Unit } from './registry';

/** A registry to be written: plain names, with what a person should know beside them. */
export interface RegistryPlan {
  /** Lines at the top of the file. */
  readonly remarks: readonly string[];
  readonly area: string | undefined;
  readonly units: readonly PlannedUnit[];
  readonly collectives: readonly PlannedCollective[];
}

export interface PlannedUnit {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Further keys, as the file shall have them. */
  readonly more?: readonly (readonly [key: string, value: string])[];
  readonly remark?: string;
}

export interface PlannedCollective {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly members?: readonly string[];
  readonly remark?: string;
}

/** Writes a registry file that reads back as what was planned. */
export function writeRegistryYaml({ remarks, area, units, collectives }: RegistryPlan): string {
  const lines = remarks.map((remark) => `# ${remark}`);
  if (area) lines.push(`区划前缀: ${scalar(area)}`);
  if (units.length > 0) lines.push('单位:', ...units.flatMap(unitLines));
  if (collectives.length > 0) lines.push('集合:', ...collectives.flatMap(collectiveLines));
  return lines.join('\n') + '\n';
}

/** The lines of one unit, as they stand in the list 单位. */
export function unitLines({ name, aliases, more = [], remark }: PlannedUnit): string[] {
  const lines = [`  - 全称: ${scalar(name)}${commented(remark)}`];
  if (aliases.length > 0) lines.push(`    简称: ${flowList(aliases)}`);
  for (const [key, value] of more) lines.push(`    ${key}: ${value}`);
  return lines;
}

export function collectiveLines({ name, aliases = [], members = [], remark }: PlannedCollective): string[] {
  const lines = [`  - 名称: ${scalar(name)}${commented(remark)}`];
  if (aliases.length > 0) lines.push(`    简称: ${flowList(aliases)}`);
  if (members.length > 0) lines.push(`    成员: ${flowList(members)}`);
  return lines;
}

/** A registry file (a spreadsheet, say) as a plan: nothing it states is lost, but for places and spelling of dates. */
export function planOf({ area, units, collectives }: RegistryFile, remarks: readonly string[]): RegistryPlan {
  return {
    remarks,
    area: area?.value,
    units: units.map((unit) => plannedUnit(unit, area?.value)),
    collectives: collectives.map(plannedCollective),
  };
}

function plannedUnit(unit: Unit, fileArea: string | undefined): PlannedUnit {
  const more: (readonly [string, string])[] = [];
  const add = (key: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') more.push([key, scalar(String(value))]);
  };
  if (unit.formerNames.length > 0) {
    const items = unit.formerNames.map(({ name, until, document }) =>
      flowMap([
        ['名称', name.value],
        ['至', until],
        ['文件', document],
      ]),
    );
    more.push(['曾用名', `[${items.join(', ')}]`]);
  }
  if (unit.abolished) more.push(['撤销', abolitionText(unit.abolished)]);
  add('类别', unit.category);
  add('序', unit.order);
  add('上级', unit.superior?.value);
  if (unit.area !== fileArea) add('区划前缀', unit.area);
  add('职责', unit.duties);
  add('备注', unit.note);
  return { name: unit.name.value, aliases: unit.aliases.map(({ value }) => value), more };
}

function abolitionText({ date, successors, document }: NonNullable<Unit['abolished']>): string {
  return flowMap([
    ['日期', date],
    ['职责划入', successors.map(({ value }) => value).join('、') || undefined],
    ['文件', document],
  ]);
}

function plannedCollective({ name, aliases, members }: Collective): PlannedCollective {
  return {
    name: name.value,
    aliases: aliases.map(({ value }) => value),
    members: members.map(({ value }) => value),
  };
}

function flowMap(entries: readonly (readonly [string, string | undefined])[]): string {
  const given = entries.filter(([, value]) => value !== undefined);
  return `{ ${given.map(([key, value]) => `${key}: ${scalar(value as string)}`).join(', ')} }`;
}

function flowList(values: readonly string[]): string {
  return `[${values.map(scalar).join(', ')}]`;
}

/** A text that YAML could take for something else, or end too early, is quoted. */
export function scalar(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}（）〔〕《》、。；：，·—\-+./ ]+$/u.test(text) &&
    !/^[\s\-.]|\s$|^[\d.+-]+$|^(?:true|false|null|yes|no)$/iu.test(text);
  if (isPlain || /^\d+(?:-\d\d(?:-\d\d)?)?$/.test(text)) return text;
  return JSON.stringify(text.replace(/\s*\n\s*/g, ' '));
}

function commented(remark: string | undefined): string {
  return remark ? ` # ${remark}` : '';
}
