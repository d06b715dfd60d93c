import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle.mjs';

const draft = '2026年云溪县安全生产工作要点.要点.md';

const light = { 'workbench.colorTheme': 'Default Light Modern' };

/** The draft with its findings, and nothing beside it. */
async function showTextAlone(editor) {
  await editor.waitForProblems();
  await editor.press('Control+b');
}

/**
 * The pictures of the documentation by file name (`docs/images/NAME.png`). `steps` drives the editor until what the
 * picture is about can be seen, and may return a selector that limits the picture to one element.
 */
export const pictures = {
  /** What an office clerk sees on opening the sample. */
  overview: {
    open: draft,
    height: 860,
    settings: light,
    steps: async (editor) => {
      await editor.waitForProblems();
      await editor.page.locator('.activitybar [aria-label*="要点"]').first().click();
      await editor.press('Control+Shift+M');
      await editor.page.locator('.markers-panel .monaco-list-row').first().waitFor();
      await editor.press('Control+1');
      await editor.goTo(87);
      await editor.page.mouse.move(640, 1);
    },
  },

  /** 要点大纲 by unit: the load of each. */
  'outline-by-unit': {
    open: draft,
    settings: light,
    steps: async (editor) => {
      await editor.waitForProblems();
      await editor.runCommand('要点大纲');
      await editor.runCommand('大纲分组方式');
      await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: '按责任单位' }).click();
      await editor.page.locator('.sidebar .monaco-list-row', { hasText: '县消防救援大队' }).click();
      await editor.page.mouse.move(640, 1);
    },
  },

  /** 任务表 beside the draft. */
  'task-table': {
    open: draft,
    width: 1500,
    settings: { ...light, 'workbench.sideBar.location': 'left' },
    steps: async (editor) => {
      await showTextAlone(editor);
      await editor.goTo(55);
      await editor.runCommand('打开任务表');
      const table = pageIn(editor);
      await table.getByRole('button', { name: '状态' }).click();
      await table.locator('td.deadline').first().click();
    },
  },

  /** 重新编号: before and after. */
  renumber: {
    open: draft,
    settings: light,
    steps: async (editor) => {
      await showTextAlone(editor);
      await editor.goTo(87);
      await editor.runCommand('重新编号（全文）');
      await editor.waitForText('全部修改', { within: '.notifications-toasts' });
    },
  },

  /** The ways out of a finding. */
  'quick-fix': {
    open: draft,
    height: 560,
    settings: light,
    steps: async (editor) => {
      await showTextAlone(editor);
      await editor.goTo(67, 74);
      await editor.press('Control+.');
      await editor.page.locator('.action-widget').waitFor();
    },
  },

  /** Units by their initials: docs/registry.md. */
  'unit-completion': {
    open: draft,
    height: 560,
    settings: light,
    steps: async (editor) => {
      await showTextAlone(editor);
      await editor.goTo(...endOf('县级负有安全监管职责的部门、各乡镇（街道）'));
      await editor.type('、');
      await editor.page.keyboard.type('jtj', { delay: 100 });
      await editor.page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    },
  },

  /** The first question of a new draft. */
  'new-draft': {
    open: draft,
    height: 560,
    settings: light,
    steps: async (editor) => {
      await showTextAlone(editor);
      await editor.runCommand('新建要点');
      await editor.waitForText('沿用上年的稿件', { within: '.quick-input-widget' });
    },
  },

  /** What the sample's folder holds. */
  'sample-folder': {
    open: draft,
    height: 560,
    settings: light,
    steps: async (editor) => {
      await editor.waitForProblems();
      await editor.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '往年' }).click();
      await editor.waitForText('2025年云溪县安全生产工作要点', { within: '.explorer-folders-view' });
      await editor.page.mouse.move(640, 1);
    },
  },

  /** 审稿意见: beside the text and in its view. */
  'tour/notes': {
    open: draft,
    settings: { ...light, 'yaodian.审稿人': '李敏' },
    steps: async (editor) => {
      await editor.waitForProblems();
      await editor.goTo(87);
      await editor.runCommand('添加审稿意见');
      await editor.answer('写下审稿意见', '场次请与宣传部核对。');
      await editor.page.locator('.activitybar [aria-label^="要点"]').first().click();
      await editor.page.locator('.sidebar .pane-header', { hasText: '审稿意见' }).click();
      await editor.waitForText('场次请与宣传部核对', { within: '.sidebar' });
      await editor.page.locator('.sidebar .monaco-list-row', { hasText: '场次请' }).click();
      await editor.page.locator('.review-widget').waitFor();
      // VS Code lists notes in a panel of its own too.
      await editor.waitForText('场次请与宣传部核对', { within: '.panel' });
      await editor.press('Control+j');
      await editor.page.mouse.move(640, 1);
    },
  },

  /** 预览 beside the draft. */
  'tour/preview': panelBeside('预览公文版式', '云溪府发〔2026〕3号'),

  'tour/pre-issue-check': panelBeside('发文前检查', '检查发现的问题'),

  /** With the draft of last year. */
  'tour/comparison': panelBeside('与上年或另一稿比较', '上年未延续的任务', async (editor) => {
    await editor.page
      .locator('.quick-input-widget .monaco-list-row', { hasText: '2025年云溪县安全生产' })
      .click();
  }),

  /** What becomes of the superiors' plans. */
  'tour/trace': {
    open: '2026年云溪县防灾减灾工作要点.要点.md',
    width: 1500,
    settings: light,
    steps: async (editor) => {
      await editor.press('Control+b');
      await editor.waitForText(/任务 7/, { within: '.statusbar' });
      await editor.runCommand('查看上级要点落实情况');
      // A table as wide as a sheet that lies: alone.
      await editor.runCommand('最大化编辑器组');
      await pageIn(editor).getByText('已落实').first().waitFor();
    },
  },

  ...Object.fromEntries(
    ['打开示例', '看看哪里有问题', '改正问题', '重新编号', '看大纲', '看任务表', '写自己的稿件'].map(
      (title, index) => [`tour/walkthrough-${index + 1}`, walkthroughPage(title)],
    ),
  ),

  /** What the view says before there is a draft. */
  welcome: {
    folder: path.join(root, 'out/我的文件'),
    height: 560,
    settings: light,
    steps: async (editor) => {
      await editor.page.locator('.activitybar [aria-label*="要点"]').first().click();
      await editor.waitForText('新建要点', { within: '.sidebar' });
      await editor.page.locator('.statusbar', { hasText: '正在激活' }).waitFor({ state: 'detached' });
      await editor.page.mouse.move(640, 1);
    },
  },
};

/** The page inside the only panel. */
function pageIn(editor) {
  return editor.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
}

/** The draft, and a page that a command opens beside it; what the page says when it is there. */
function panelBeside(command, words, answer = async () => undefined) {
  return {
    open: draft,
    width: 1500,
    settings: light,
    steps: async (editor) => {
      await showTextAlone(editor);
      await editor.goTo(21);
      await editor.runCommand(command);
      await answer(editor);
      await pageIn(editor).getByText(words).first().waitFor();
    },
  };
}

/** A page of the walkthrough, by its title. */
function walkthroughPage(title) {
  return {
    open: draft,
    width: 1400,
    height: 860,
    settings: light,
    steps: async (editor) => {
      await showTextAlone(editor);
      await editor.runCommand('打开入门向导');
      await editor.waitForText('要点入门', { within: '.gettingStartedContainer' });
      await editor.page.locator('.gettingStartedContainer .step-title', { hasText: title }).click();
      await pageIn(editor).locator('img').first().waitFor();
      await editor.page.mouse.move(640, 1);
    },
  };
}

/** Line and column behind the first `words` of the sample, counted from 1. */
function endOf(words) {
  const text = readFileSync(path.join(root, 'samples', draft), 'utf8');
  const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return [before.length, before.at(-1).length + 1];
}
