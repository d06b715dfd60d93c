import { isMap, isScalar, parseDocument, type Document, type Pair } from 'yaml';
import { describeYamlError } from '../../dialect/front-matter-messages';
import { DOCUMENT_FORMS, LAYOUT_SETTINGS, layoutFault } from '../../dialect/layout-settings';
import { range } from '../../dialect/range';
import type { Rule } from '../rule';
import type { ConfigurationLayer } from './levels';
import { nearestWord } from '../../registry/edit-distance';
import { rangeOf, readChecks, type ConfigurationProblem } from './read-checks';
import { list, t } from '../../localise';

/** What `.yaodian.yaml` says; the published schema is docs/schema/yaodian-config.schema.json. */
export interface ProjectConfiguration {
  readonly layer: ConfigurationLayer;
  /** 框架章节: titles of chapters that hold no tasks, besides the known ones. */
  readonly framingChapters: readonly string[];
  /** 单位名录: paths of registry files, relative to the configuration file, the first the most specific. */
  readonly registries: readonly string[];
  /** 基线: the file of accepted findings, relative to the configuration file. */
  readonly baseline: string | undefined;
  /** 版式: settings of the official format for export, read by the exporters. */
  readonly layout: Readonly<Record<string, unknown>>;
  readonly problems: readonly ConfigurationProblem[];
}

/** The keys of `.yaodian.yaml` with what they are for. */
export const CONFIGURATION_KEYS = {
  检查: '各规则的级别与选项：规则名（或 组名/*、全部）: 错误、警告、信息、提示、关闭',
  框架章节: '不含任务的章节标题（在内置的总体要求、保障措施等之外另加）',
  单位名录: '单位名录文件的路径，相对于本文件；可写一个或多个，前者优先',
  基线: '记着已接受问题的文件，相对于本文件；其中的问题不再报告',
  版式: '导出公文时的版式设置',
} as const;

type Key = keyof typeof CONFIGURATION_KEYS;

/** Reads `.yaodian.yaml`: whatever is right takes effect, every fault is reported at its place. */
export function readConfigurationFile(
  text: string,
  name: string,
  rules: readonly Rule[],
): ProjectConfiguration {
  const document = parseDocument(text, { logLevel: 'silent' });
  const reader = new Reader(document, rules);
  return {
    layer: { origin: 'file', name, checks: reader.checks() },
    framingChapters: reader.strings('框架章节'),
    registries: reader.strings('单位名录'),
    baseline: reader.text('基线'),
    layout: reader.layout(),
    problems: syntaxProblem(document) ?? reader.problems,
  };
}

class Reader {
  readonly problems: ConfigurationProblem[] = [];
  private readonly pairs = new Map<string, Pair>();

  constructor(
    document: Document.Parsed,
    private readonly rules: readonly Rule[],
  ) {
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return;
    if (!isMap(contents)) this.report(contents, t('应为“键: 值”，可写的键是{0}', keyList()));
    else for (const pair of contents.items) this.take(pair as Pair);
  }

  checks(): ConfigurationLayer['checks'] {
    const pair = this.pairs.get('检查');
    if (pair === undefined) return new Map();
    const { checks, problems } = readChecks(pair.value, this.rules, 0);
    this.problems.push(...problems);
    return checks;
  }

  /** A list of texts, or one text that stands for a list of one. */
  strings(key: Key): string[] {
    const value = this.plain(key);
    if (value === undefined) return [];
    if (typeof value === 'string') return [value];
    if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
    this.report(this.pairs.get(key)?.value, t('“{0}”应为文字或文字列表', key));
    return [];
  }

  text(key: Key): string | undefined {
    const value = this.plain(key);
    if (typeof value === 'string' && value !== '') return value;
    if (value !== undefined) this.report(this.pairs.get(key)?.value, t('“{0}”应为文字', key));
    return undefined;
  }

  /** 版式: settings by name, or the name of a form alone. */
  layout(): Record<string, unknown> {
    const value = this.plain('版式');
    const node = this.pairs.get('版式')?.value;
    if (DOCUMENT_FORMS.includes(value as string)) return { 格式: value };
    if (!isMap(node)) {
      if (value !== undefined) this.report(node, t('“版式”应为公文、信函或纪要，或“名称: 内容”的列表'));
      return {};
    }
    for (const { key, value: setting } of node.items) this.checkSetting(key, setting);
    return value as Record<string, unknown>;
  }

  private checkSetting(key: unknown, setting: unknown): void {
    const name = isScalar(key) ? String(key.value) : '';
    const plain = (setting as { toJSON?: () => unknown } | null)?.toJSON?.();
    const message = layoutFault(name, plain);
    if (message !== undefined) this.report(Object.hasOwn(LAYOUT_SETTINGS, name) ? setting : key, message);
  }

  private take(pair: Pair): void {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (key in CONFIGURATION_KEYS) this.pairs.set(key, pair);
    else {
      const near = nearestWord(key, Object.keys(CONFIGURATION_KEYS));
      this.report(
        pair.key,
        t(
          '没有“{0}”这个键，{1}',
          key,
          near === undefined ? t('可写的是{0}', keyList()) : t('是否为“{0}”', near),
        ),
      );
    }
  }

  private plain(key: Key): unknown {
    const node = this.pairs.get(key)?.value as { toJSON?: () => unknown } | null | undefined;
    return node?.toJSON?.() ?? undefined;
  }

  private report(node: unknown, message: string): void {
    this.problems.push({ range: rangeOf(node, 0), message });
  }
}

function keyList(): string {
  return list(Object.keys(CONFIGURATION_KEYS));
}

/** One slip in YAML makes much of what follows look wrong, so that only the first is told. */
function syntaxProblem({ errors: [error] }: Document.Parsed): ConfigurationProblem[] | undefined {
  if (error === undefined) return undefined;
  return [
    {
      range: range(error.pos[0], error.pos[1]),
      message: t('YAML 格式有误：{0}', describeYamlError(error.code)),
    },
  ];
}
