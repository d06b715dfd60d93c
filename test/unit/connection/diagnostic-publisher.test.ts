import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { clientFeatures } from '../../../server/src/connection/client-features';
import { DiagnosticPublisher } from '../../../server/src/connection/diagnostic-publisher';
import { SAYING, type Said } from '../../../server/src/connection/saying';
import { contentOf, Snapshot } from '../../../server/src/connection/document-store';
import { readSettings } from '../../../server/src/connection/settings';
import { readDraft } from '../../../server/src/dialect/draft';
import { FindingList } from '../../../server/src/rules/finding-list';
import { FindingMemory } from '../../../server/src/rules/finding-memory';
import type { Diagnostic } from '../../../server/src/rules/rule';
import { listFindings } from '../../../server/src/rules/run-rules';
import { generatePlan } from '../../bench/plans';

const TEXT = '云溪县2026年教育工作要点\n\n（一）增加学位。\n（三）规范收费。\n';

describe('Publishing', () => {
  it('shows at most the configured number, the gravest, and says how many there are', () => {
    const { sent, publish } = publisher({});
    const findings = [finding('hint', 0), finding('warning', 3), finding('error', 6), finding('info', 9)];
    publish(1, findings, 2);
    const [summary, ...shown] = sent[0]?.diagnostics ?? [];
    assert.match(summary?.message ?? '', /共发现4处问题.*2处/);
    assert.deepEqual(
      shown.map(({ severity }) => severity),
      [2, 1],
    );
  });

  it('shows what is found near the last change before all else', () => {
    const { sent, publish } = publisher({});
    const far = `${'远'.repeat(9)}\n`.repeat(1000);
    const text = TEXT + far + TEXT;
    const findings = [finding('error', 40), finding('error', 3000), finding('hint', text.length - 5)];
    publish(1, findings, 2, { ...contentOf(text), changedAt: text.length - 9 });
    assert.deepEqual(
      sent[0]?.diagnostics.slice(1).map(({ severity }) => severity),
      [1, 4],
    );
    publish(2, findings, 1, contentOf(text));
    assert.deepEqual(sent[1]?.diagnostics[1]?.range.start.line, 4);
  });

  it('says the same of the same version only once', () => {
    const { sent, publish } = publisher({});
    publish(1, [finding('error', 0)]);
    publish(1, [finding('error', 0)]);
    assert.equal(sent.length, 1);
    publish(2, [finding('error', 0)]);
    assert.equal(sent.length, 2);
  });

  it('repeats a short list for the next version, so that the client knows it holds, but not a long one', () => {
    const { sent, publish } = publisher({});
    const long = Array.from({ length: 600 }, (_, index) => finding('warning', index % 20));
    publish(1, long, 1000);
    publish(2, long, 1000);
    assert.equal(sent.length, 1);
    publish(3, [...long.slice(1), finding('error', 3)], 1000);
    assert.equal(sent.length, 2);
    assert.equal(sent[1]?.version, 3);
  });

  it('tells once that findings were sent, when they were for the first time', () => {
    const { sent, toldAt, publish } = publisher({});
    assert.deepEqual(toldAt, []);
    publish(1, []);
    publish(2, [finding('error', 0)]);
    assert.equal(sent.length, 2);
    assert.deepEqual(toldAt, [1]);
  });

  it('converts nothing again that stands where it stood', () => {
    let asked = 0;
    const pageOf = () => `file:///page${asked++}`;
    const { sent, publish } = publisher({ codeDescriptionSupport: true }, pageOf);
    const findings = FindingList.of([finding('error', 0), finding('error', 24), finding('hint', 25)]);
    publish(1, findings);
    assert.equal(asked, 3);
    publish(2, findings);
    assert.equal(asked, 3);
    assert.deepEqual(sent[1]?.diagnostics, sent[0]?.diagnostics);
    publish(3, findings, 100, contentOf(TEXT.replace('\n', '。\n')));
    assert.equal(asked, 3, 'two stand elsewhere in their lines, and are the same otherwise');
    assert.deepEqual(
      sent[2]?.diagnostics.map(({ range: { start } }) => [start.line, start.character]),
      [
        [0, 0],
        [2, 7],
        [2, 8],
      ],
    );
    const withoutPlaces = (index: number) => sent[index]?.diagnostics.map(({ range: _, ...rest }) => rest);
    assert.deepEqual(withoutPlaces(2), withoutPlaces(0));
  });

  it('converts nothing again that is counted to another task where tasks come in above', () => {
    let asked = 0;
    const pageOf = () => `file:///page${asked++}`;
    const { sent, publish } = publisher({ codeDescriptionSupport: true }, pageOf);
    const memory = new FindingMemory();
    const plan = generatePlan(15_000);
    const more = plan.replace(/(?=\n三、)/u, '\n1．新任务。全部办结。\n');
    for (const [version, text] of [plan, more].entries())
      publish(version, listFindings(readDraft(text), { layers: [] }, { memory }), 1000, contentOf(text));
    const [before, after] = sent.map(({ diagnostics }) => diagnostics.length) as [number, number];
    assert.ok(before > 60 && after >= before, `${before} findings before, ${after} after`);
    assert.ok(asked < before + 25, `${asked - before} converted after the edit`);
  });

  it('moves a finding with the places it is related to, and names lines anew in a message', () => {
    const related = [{ range: { start: 16, end: 19 }, message: '上一个序号“（一）”' }];
    const findings = FindingList.of([{ ...finding('error', 25), related }]);
    for (const relatedInformation of [true, false]) {
      const { sent, publish } = publisher({ relatedInformation });
      publish(1, findings);
      // The finding and the place both stand one line further on where the same offsets are read in this text.
      publish(2, findings, 100, contentOf(TEXT.replace('要点\n\n', '\n\n\n要')));
      const [diagnostic] = sent[1]?.diagnostics ?? [];
      assert.equal(diagnostic?.range.start.line, 4);
      if (relatedInformation) {
        const [place] = diagnostic.relatedInformation ?? [];
        assert.deepEqual([place?.location.range.start.line, place?.message], [3, '上一个序号“（一）”']);
      } else assert.equal(diagnostic.message, '有误（另见第4行：上一个序号“（一）”）');
      const [was, is] = sent.map(({ diagnostics: [one] }) => (one as Said)[SAYING]);
      assert.ok(was && is);
      assert.equal(was === is, relatedInformation, 'what is said is the same, or is known to differ');
    }
  });

  it('puts related places into the message for a client that shows none', () => {
    const related = [{ range: { start: 16, end: 19 }, message: '上一个序号“（一）”' }];
    const { sent, publish } = publisher({});
    publish(1, [{ ...finding('error', 24), related }]);
    assert.equal(sent[0]?.diagnostics[0]?.message, '有误（另见第3行：上一个序号“（一）”）');
    assert.equal(sent[0]?.diagnostics[0]?.relatedInformation, undefined);
  });

  it('sends no more than a plain client understands', () => {
    const { sent, publish } = publisher({});
    publish(1, [finding('error', 0)]);
    assert.deepEqual(Object.keys(sent[0]?.diagnostics[0] ?? {}).sort(), [
      'code',
      'message',
      'range',
      'severity',
      'source',
    ]);
  });

  it('marks an unused directive as unnecessary where tags are understood', () => {
    const { sent, publish } = publisher({ tagSupport: { valueSet: [1, 2] } });
    publish(1, [{ ...finding('warning', 0), rule: 'directive/unused-ignore' }]);
    assert.deepEqual(sent[0]?.diagnostics[0]?.tags, [1]);
  });
});

function finding(level: Diagnostic['level'], start: number): Diagnostic {
  return { rule: 'numbering/gap', level, message: '有误', range: { start, end: start + 1 } };
}

function publisher(capabilities: object, pageOf: () => string | undefined = () => undefined) {
  const client = clientFeatures({
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics: capabilities } },
  });
  const sent: PublishDiagnosticsParams[] = [];
  /** How many publications had been sent by then. */
  const toldAt: number[] = [];
  const connection = { sendDiagnostics: async (params: PublishDiagnosticsParams) => void sent.push(params) };
  const published = new DiagnosticPublisher(connection, client, {
    pageOf,
    positionsOf: () => undefined,
    onFirstFindings: () => toldAt.push(sent.length),
  });
  const publish = (
    version: number,
    findings: Diagnostic[] | FindingList,
    maximum = 100,
    content = contentOf(TEXT),
  ) => {
    const document = { uri: 'file:///a.要点.md', languageId: 'yaodian', version };
    const snapshot = new Snapshot(document, content, 'utf-16');
    published.publish(snapshot, {
      snapshot,
      findings: findings instanceof FindingList ? findings : FindingList.of(findings),
      registry: { registry: undefined, files: [], missing: [] },
      surroundings: {
        settings: { ...readSettings({}), maximum },
        file: undefined,
        baseline: undefined,
        fileProblems: [],
        framingTitles: [],
        layout: {},
        configuration: { layers: [] },
        environment: {},
        registries: [],
      },
    });
  };
  return { sent, toldAt, publish };
}
