import assert from 'node:assert/strict';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readDraft } from '../../../server/src/dialect/draft';
import { createFieldReader } from '../../../server/src/dialect/field-reader';
import type { Draft } from '../../../server/src/dialect/model';
import { LastVersions } from '../../../server/src/dialect/reread/last-versions';
import { FindingMemory } from '../../../server/src/rules/finding-memory';
import { runRules } from '../../../server/src/rules/run-rules';
import { generatePlan, generateUnitRegistry } from '../../bench/plans';
import { registryOf } from '../../support/registries';

function garbageCollector(): (kind?: { readonly type: 'minor' }) => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as ReturnType<typeof garbageCollector>;
}

/** Whatever nobody holds any more is gone when this returns. */
async function collectGarbage(): Promise<void> {
  const collect = garbageCollector();
  // What a weak reference was asked for lives until the turn ends.
  await setImmediate();
  collect();
  // A collection that was under way already spares what it had marked before it was let go.
  collect();
}

describe('Memory over many edits', () => {
  const registry = registryOf(generateUnitRegistry());

  /** Types a piece of text again and again within a paragraph; the drafts that were read on the way. */
  function edit(kept: { readonly memory: FindingMemory }, piece: string, times: number): WeakRef<Draft>[] {
    const fieldReader = createFieldReader();
    const text = generatePlan(5000);
    const at = text.indexOf('长效机制');
    const versions = new LastVersions<{ readonly draft: Draft }>();
    return Array.from({ length: times }, (_, index) => {
      const version = text.slice(0, at) + piece.repeat(index) + text.slice(at);
      const [before, earlier] = [versions.last?.draft, versions.earlier?.draft];
      const draft = readDraft(version, { fieldReader, before, earlier });
      versions.keep({ draft });
      const findings = runRules(draft, { layers: [] }, { registry, ...kept });
      // Somebody looks at the repairs, as the list of a light bulb does.
      assert.ok(findings.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title)).length > 0);
      return new WeakRef(draft);
    });
  }

  function stillHeld(versions: readonly WeakRef<Draft>[]): number[] {
    return versions.flatMap((version, index) => (version.deref() ? [index] : []));
  }

  /**
   * The versions that stay. A function that is being optimised in another thread holds what it was called
   * with until that is done, so that one more is held for some moments: what nobody lets go of is held
   * at the last try as at the first.
   */
  async function heldInTheEnd(versions: readonly WeakRef<Draft>[], count: number): Promise<number[]> {
    for (let tries = 20; tries > 0; tries--) {
      await collectGarbage();
      if (stillHeld(versions).length <= count) break;
      await setTimeout(100);
    }
    return stillHeld(versions);
  }

  const holds: Readonly<Record<string, { readonly typed: string; readonly held: readonly number[] }>> = {
    'the last version of a draft, the one that was wholly read, and none between': {
      typed: '更好的',
      held: [0, 49],
    },
    'no others where lines of text come in': { typed: '更好。\n\n', held: [0, 49] },
    'the last two versions where each is wholly read': { typed: '\n## 更好\n\n', held: [48, 49] },
  };
  for (const [what, { typed, held }] of Object.entries(holds))
    it(`holds ${what}`, async () => {
      const kept = { memory: new FindingMemory() };
      const versions = edit(kept, typed, 50);
      assert.deepEqual(await heldInTheEnd(versions, held.length), held);
      assert.ok(kept.memory);
    });

  it('needs no collection of all garbage to let go of a text', async () => {
    const fieldReader = createFieldReader();
    const text = generatePlan(30_000);
    const at = text.indexOf('长效机制');
    const type = (before: Draft, index: number): Draft =>
      readDraft(`${text.slice(0, at)}${'好'.repeat(index % 2)}${text.slice(at)}`, { fieldReader, before });
    let draft = type(readDraft(text, { fieldReader }), 1);
    await collectGarbage();
    const before = getHeapStatistics().used_heap_size;
    for (let index = 0; index < 40; index++) draft = type(draft, index);
    // What survives two collections of young objects stays until there is one of all.
    const collect = garbageCollector();
    collect({ type: 'minor' });
    collect({ type: 'minor' });
    const left = (getHeapStatistics().used_heap_size - before) / 40;
    assert.ok(left < text.length / 2, `${Math.round(left)} bytes of each version`);
    assert.ok(draft.tasks.length > 0);
  });

  it('lies in its version, what is worked out of one, and nothing refers to versions weakly', () => {
    const fieldReader = createFieldReader();
    const text = generatePlan(5000);
    const at = text.indexOf('；责任单位');
    const memory = new FindingMemory();
    const versions = new Set<unknown>();
    const heldWeakly: unknown[] = [];
    const { set } = WeakMap.prototype;
    WeakMap.prototype.set = function (key: WeakKey, value) {
      if (versions.has(key)) heldWeakly.push(value);
      return set.call(this, key, value) as typeof this;
    };
    const { WeakRef: Reference } = globalThis;
    globalThis.WeakRef = class<Target extends WeakKey> extends Reference<Target> {
      constructor(target: Target) {
        super(target);
        if (versions.has(target)) heldWeakly.push(target);
      }
    };
    try {
      let before: Draft | undefined;
      for (const typed of ['', ',', '', '见', '', '\n\n```\n', '']) {
        const version = `${text.slice(0, at)}${typed}${text.slice(at)}`;
        before = readDraft(version, { fieldReader, before });
        versions.add(before);
        runRules(before, { layers: [] }, { registry, memory });
      }
    } finally {
      WeakMap.prototype.set = set;
      globalThis.WeakRef = Reference;
    }
    assert.equal(heldWeakly.length, 0);
  });
});
