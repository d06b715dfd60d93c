import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Pair, Scalar } from 'yaml';
import type { Located, Range } from '../dialect/range';
import { readPlainYaml } from './plain-yaml';
import type { MapEntry, RegistryProblem, Value } from './value';
import { t } from '../localise';

/** What YAML text says, and what is wrong with it as YAML. */
export interface YamlReading {
  readonly value: Value | undefined;
  readonly problems: readonly RegistryProblem[];
}

/** How many nodes references (`*名`) may expand to in all: far above any honest file, far below an “alias bomb”. */
const REFERENCE_BUDGET = 10_000;

/** Reads YAML with the place of every value; `offset` is where `text` begins in the file it was cut from. */
export function readYaml(text: string, offset = 0): YamlReading {
  const plain = readPlainYaml(text, offset);
  return plain ? { value: plain.value, problems: [] } : readAnyYaml(text, offset);
}

/** The same by a full parser, which also says what is wrong. */
export function readAnyYaml(text: string, offset = 0): YamlReading {
  const document = parseDocument(text, { schema: 'core', prettyErrors: false, uniqueKeys: true });
  const problems: RegistryProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    code: 'syntax',
    level: error.name === 'YAMLWarning' ? 'warning' : 'error',
    message: describeYamlError(error.code),
    range: { start: offset + error.pos[0], end: offset + Math.max(error.pos[1], error.pos[0] + 1) },
  }));
  const walk = new YamlWalk(document, text, offset, problems);
  return { value: walk.valueOf(document.contents), problems };
}

class YamlWalk {
  private referenced = 0;
  private tooManyReferences = false;

  constructor(
    private readonly document: Document,
    private readonly text: string,
    private readonly offset: number,
    private readonly problems: RegistryProblem[],
  ) {}

  valueOf(node: unknown, inReference = false): Value | undefined {
    if (!isNode(node) || !this.mayVisit(node, inReference)) return undefined;
    if (isAlias(node)) return this.valueOf(node.resolve(this.document), true);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.valueOf(item, inReference));
      return { kind: 'list', items: items.filter((item) => item !== undefined), range: this.rangeOf(node) };
    }
    if (isMap(node)) {
      const entries = node.items.map((pair) => this.entryOf(pair, inReference));
      return {
        kind: 'map',
        entries: entries.filter((entry) => entry !== undefined),
        range: this.rangeOf(node),
      };
    }
    return isScalar(node) ? this.scalarOf(node) : undefined;
  }

  private entryOf(pair: Pair, inReference: boolean): MapEntry | undefined {
    const key = isScalar(pair.key) ? this.scalarOf(pair.key) : undefined;
    return key && { key, value: this.valueOf(pair.value, inReference) };
  }

  private scalarOf(node: Scalar): (Located & { kind: 'text' }) | undefined {
    if (node.value === null || node.value === undefined || node.value === '') return undefined;
    const outer = this.rangeOf(node);
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    const range = quoted ? { start: outer.start + 1, end: outer.end - 1 } : outer;
    // The source and not the value of numbers and truth values: `2019-10` and `0012` keep what was typed.
    const source = this.text.slice(range.start - this.offset, range.end - this.offset);
    const value = typeof node.value === 'string' ? node.value : source;
    return { kind: 'text', value, range };
  }

  private rangeOf(node: Node): Range {
    const [start, end] = node.range ?? [0, 0];
    return { start: this.offset + start, end: this.offset + end };
  }

  /** Counts what references expand to; past the budget nothing more is read and one problem says so. */
  private mayVisit(node: Node, inReference: boolean): boolean {
    if (!inReference) return true;
    this.referenced++;
    if (this.referenced <= REFERENCE_BUDGET) return true;
    if (!this.tooManyReferences) {
      this.tooManyReferences = true;
      this.problems.push({
        code: 'too-large',
        level: 'error',
        message: t('引用（*）展开后超过 {0} 项，不再读取；名录里一般不需要引用。', REFERENCE_BUDGET),
        range: this.rangeOf(node),
      });
    }
    return false;
  }
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

/** Office staff read these: what to look at, not the parser's terms. Codes: the `yaml` package, “Errors”. */
function describeYamlError(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return t('同一单位里这一项写了两次，只能保留一处。');
    case 'TAB_AS_INDENT':
      return t('缩进不能用制表符（Tab），请改用空格。');
    case 'BAD_INDENT':
    case 'MULTILINE_IMPLICIT_KEY':
      return t('缩进不对：同一单位的各项应左对齐。');
    case 'MISSING_CHAR':
      return t('这里缺一个引号、括号、逗号或冒号。');
    case 'BAD_SCALAR_START':
    case 'BLOCK_IN_FLOW':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return t('这里的写法不是合法的 YAML：名称里有 : # [ ] { } 等符号时请加引号。');
    case 'UNEXPECTED_TOKEN':
      return t('这里有多余的内容；“全称:”的冒号后应有一个空格。');
    default:
      return t('不是合法的 YAML（{0}）。', code);
  }
}
