import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { applyEdits } from '../../../server/src/dialect/range';
import { coverageOf, type Coverage } from '../../../server/src/trace/coverage';
import { currentLabel, followItems, keepNumber } from '../../../server/src/trace/follow-items';
import type { TraceLink } from '../../../server/src/trace/read-trace';
import { rememberDigests } from '../../../server/src/trace/remember-digests';
import { createSuperior, type Superior } from '../../../server/src/trace/superiors';

const TITLES = ['加固水库', '治理河流', '推进水价改革', '规范取水许可'];

/** A city's plan with these tasks, numbered straight through. */
function city(...titles: string[]): Superior {
  const lines = titles.map((title, index) => `${index + 1}．${title}。完成年度计划的${title}。`);
  return createSuperior(
    { name: '市要点', path: '市.md', range: { start: 0, end: 0 } },
    'file:///市.md',
    readDraft(`# 青江市2026年水利工作要点\n\n一、重点任务\n${lines.join('\n')}\n`),
  );
}

const OLD = city(...TITLES);
const NEW = city('兴修水渠', ...TITLES);

/** A county's draft with these statements, which remembers what the items of the old plan said. */
function county(...statements: string[]): string {
  const lines = statements.map((places, index) => `${index + 1}．任务。推进。〔落实：${places}〕`);
  const text = `---\n上级要点: 市.md\n---\n\n# 云溪县2026年水利工作要点\n\n一、重点任务\n${lines.join('\n')}\n`;
  return applyEdits(text, rememberDigests(readDraft(text), trace(text, OLD).links));
}

function trace(text: string, superior: Superior): Coverage {
  return coverageOf(readDraft(text), [superior]);
}

const targetsOf = ({ links }: Coverage): (string | undefined)[] => links.map(({ target }) => target?.title);
const isRenumbered = ({ formerly }: TraceLink): boolean => formerly !== undefined;
const follow = (text: string, superior: Superior): string =>
  applyEdits(text, followItems(readDraft(text), trace(text, superior).links));

describe('Statements about items that were renumbered', () => {
  it('mean the items that they meant, and are no statements about those that got the numbers', () => {
    const { links, entries } = trace(county('市要点第1项', '市要点第4项'), NEW);
    assert.deepEqual(links.map(currentLabel), ['市要点第2项', '市要点第5项']);
    assert.deepEqual(
      entries.map(({ state }) => state),
      ['not-covered', 'covered', 'not-covered', 'not-covered', 'covered'],
    );
  });

  it('are named by the present numbers all at once, with the entries of the front matter', () => {
    const text = county('市要点第1项', '市要点第2、3项', '第4项');
    const now = follow(text, NEW);
    assert.match(
      now,
      /〔落实：市要点第2项〕[^]*〔落实：市要点第3项、市要点第4项〕[^]*〔落实：市要点第5项〕/u,
    );
    const after = trace(now, NEW);
    assert.deepEqual(targetsOf(after), TITLES);
    assert.ok(!after.links.some(isRenumbered) && !after.links.some(({ outdated }) => outdated));
    assert.deepEqual(followItems(readDraft(now), after.links), []);
    assert.equal(now.match(/市要点第\d项: /gu)?.length, TITLES.length);
  });

  it('are followed where two items changed places, and where a plan got shorter', () => {
    const swapped = city('治理河流', '加固水库', ...TITLES.slice(2));
    assert.match(follow(county('市要点第1项', '市要点第2项'), swapped), /第2项〕[^]*第1项〕/u);
    const shorter = city('规范取水许可');
    assert.match(follow(county('市要点第4项'), shorter), /〔落实：市要点第1项〕/u);
  });

  it('are written out one by one where a range was meant', () => {
    assert.match(follow(county('市要点第1—3项'), NEW), /〔落实：市要点第2项、市要点第3项、市要点第4项〕/u);
  });

  it('stay as they are where other words stand between', () => {
    const text = county('市要点第1项要求的防洪部分');
    assert.ok(trace(text, NEW).links.some(isRenumbered));
    assert.equal(follow(text, NEW), text);
  });

  it('may be meant as they stand: then what has the number now is remembered', () => {
    const text = county('市要点第1项');
    const draft = readDraft(text);
    const kept = applyEdits(text, keepNumber(draft, coverageOf(draft, [NEW]).links[0]!));
    const { links } = trace(kept, NEW);
    assert.deepEqual([links[0]?.target?.title, links.some(isRenumbered)], ['兴修水渠', false]);
  });

  it('lose no entry to somebody who confirms all items', () => {
    const text = county('市要点第1项', '市要点第2项');
    const draft = readDraft(text);
    assert.deepEqual(rememberDigests(draft, coverageOf(draft, [NEW]).links), []);
  });

  it('are outdated, and lead to the number, where the item says something else or two say the same', () => {
    const changed = trace(county('市要点第1项'), city('加固大中型水库', ...TITLES.slice(1)));
    assert.deepEqual([targetsOf(changed), changed.links[0]?.outdated], [['加固大中型水库'], true]);
    const twice = trace(county('市要点第1项'), city('兴修水渠', '加固水库', '加固水库'));
    assert.deepEqual([targetsOf(twice), twice.links[0]?.outdated], [['兴修水渠'], true]);
  });

  it('are nobody’s where nothing was remembered', () => {
    const { links } = trace(county('市要点第1项').replace(/落实核对:\n.*\n/u, ''), NEW);
    assert.deepEqual([links[0]?.target?.title, links.some(isRenumbered)], ['兴修水渠', false]);
  });
});
