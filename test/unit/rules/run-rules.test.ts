import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { NO_CONFIGURATION } from '../../../server/src/rules/configuration/levels';
import type { DraftRule, Level, Rule, TaskRule } from '../../../server/src/rules/rule';
import { runRules } from '../../../server/src/rules/run-rules';

const facts = { summary: '词语重复', certainty: '必错', ground: '惯例' } as const;

/** Finds the character 错 wherever it stands. */
const wrong: DraftRule = {
  ...facts,
  id: 'text/wrong',
  level: 'warning',
  scope: 'draft',
  check({ text }, _context, report) {
    for (const { index } of text.matchAll(/错/g))
      report({ range: { start: index, end: index + 1 }, message: '错' });
  },
};

const throws: DraftRule = {
  ...facts,
  id: 'text/throws',
  level: 'error',
  scope: 'draft',
  check() {
    throw new Error('a defect of ours');
  },
};

const perTask: TaskRule = {
  ...facts,
  id: 'task/each',
  level: 'info',
  scope: 'task',
  check(_draft, _context, report, task) {
    report({ range: task.item.titleRange, message: task.title });
  },
};

function found(text: string, rules: readonly Rule[]): string[] {
  const draft = readDraft(text);
  return runRules(draft, NO_CONFIGURATION, { rules }).map(
    ({ rule, range, level }) => `${draft.lines.lineAt(range.start)} ${rule} ${level}`,
  );
}

describe('Running rules', () => {
  it('gives findings in the order of the text, whatever the order of the rules', () => {
    const text = '一、错\n\n1．错事。\n';
    assert.deepEqual(found(text, [perTask, wrong]), [
      '1 text/wrong warning',
      '3 text/wrong warning',
      '3 task/each info',
    ]);
    assert.deepEqual(found(text, [wrong, perTask]), found(text, [perTask, wrong]));
  });

  it('shows a task rule every task once', () => {
    assert.deepEqual(found('一、甲\n\n1．甲事。\n\n2．乙事。\n', [perTask]), [
      '3 task/each info',
      '5 task/each info',
    ]);
  });

  it('goes on when a rule throws, and says which one did', () => {
    const failures: string[] = [];
    const diagnostics = runRules(readDraft('错'), NO_CONFIGURATION, {
      rules: [throws, wrong],
      onRuleFailure: (rule, error) => failures.push(`${rule}: ${(error as Error).message}`),
    });
    assert.deepEqual(failures, ['text/throws: a defect of ours']);
    assert.equal(diagnostics.length, 1);
  });

  it('lets a finding be milder than its rule, never more severe', () => {
    const leveled = (level: Level): DraftRule => ({
      ...wrong,
      check: (_draft, _context, report) => report({ range: { start: 0, end: 1 }, message: '', level }),
    });
    assert.deepEqual(found('甲', [leveled('hint')]), ['1 text/wrong hint']);
    assert.deepEqual(found('甲', [leveled('error')]), ['1 text/wrong warning']);
  });

  it('finds something to say about nothing: empty, blank and one-line texts', () => {
    for (const text of ['', '\n', '\uFEFF', '一、', '---\n', '<!--', '```']) {
      runRules(readDraft(text), NO_CONFIGURATION, {
        onRuleFailure: (rule, error) => assert.fail(`${rule} on ${JSON.stringify(text)}: ${String(error)}`),
      });
    }
  });
});

describe('Ignore directives', () => {
  const cases: [title: string, text: string, lines: number[]][] = [
    ['silence the next line of text', '<!-- 要点：忽略 text/wrong 原因 -->\n错\n\n错\n', [4]],
    [
      'skip blank lines and other directives',
      '<!-- 要点：忽略 text/wrong 甲 -->\n\n<!-- 要点：任务 -->\n\n错\n\n错\n',
      [7],
    ],
    ['behind a line of text silence that line', '错 <!-- 要点：忽略 text/wrong 原因 -->\n\n错\n', [3]],
    [
      'silence a region',
      '错\n\n<!-- 要点：忽略开始 text/wrong 原因 -->\n\n错\n\n错\n\n<!-- 要点：忽略结束 text/wrong -->\n\n错\n',
      [1, 11],
    ],
    [
      'silence a region to its end where none is given',
      '错\n\n<!-- 要点：忽略开始 text/* -->\n\n错\n\n错\n',
      [1],
    ],
    ['silence the whole draft from anywhere', '错\n\n<!-- 要点：忽略全文 全部 范文 -->\n\n错\n', []],
    ['silence only the rules they name', '<!-- 要点：忽略 numbering/gap 原因 -->\n错\n', [2]],
    ['work with Windows line ends', '<!-- 要点：忽略 text/wrong 原因 -->\r\n错\r\n\r\n错\r\n', [4]],
  ];
  for (const [title, text, lines] of cases) {
    it(title, () => {
      assert.deepEqual(
        found(text, [wrong]),
        lines.map((line) => `${line} text/wrong warning`),
      );
    });
  }
});
