import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

interface Report {
  files: {
    diagnostics: { rule: string; range: { start: { line: number } } }[];
    summary: { tasks: number; complete: number };
  }[];
}

/** What samples/README.md tells a newcomer to expect, checked as the shell checks it: registry and settings included. */
describe('the samples', () => {
  const check = (file: string): Report['files'][number] => {
    const argv = [resolve('dist/cli.js'), 'check', resolve('samples', file), '--format', 'json'];
    const { stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    const [first] = (JSON.parse(stdout) as Report).files;
    assert.ok(first);
    return first;
  };

  it('show the faults they announce, and no others', () => {
    const { diagnostics, summary } = check('2026年云溪县安全生产工作要点.要点.md');
    assert.deepEqual(diagnostics.map(({ rule }) => rule).sort(), [
      'numbering/gap',
      'numbering/marker-style',
      'task/missing-deadline',
      'task/missing-deadline',
      'task/missing-target',
      'task/vague-deadline',
      'text/half-width-punctuation',
      'unit/abolished',
      'unit/alias',
    ]);
    assert.deepEqual([summary.tasks, summary.complete], [25, 22]);
  });

  it('show what becomes of a superior’s plan', () => {
    const { diagnostics, summary } = check('2026年云溪县防灾减灾工作要点.要点.md');
    assert.deepEqual(diagnostics.map(({ rule }) => rule).sort(), [
      'trace/not-covered',
      'trace/orphan',
      'trace/outdated',
      'trace/partly',
      'trace/partly',
      'trace/partly',
      'trace/suggestion',
    ]);
    assert.deepEqual([summary.tasks, summary.complete], [7, 7]);
  });

  for (const file of [
    '2026年云溪县河湖管护工作要点.要点.md',
    '往年/2025年云溪县安全生产工作要点.要点.md',
    '上级/2026年青江市防灾减灾工作要点.要点.md',
  ]) {
    it(`are clean where they say so: ${file}`, () => {
      const { diagnostics, summary } = check(file);
      assert.deepEqual(diagnostics, []);
      assert.equal(summary.complete, summary.tasks);
    });
  }
});
