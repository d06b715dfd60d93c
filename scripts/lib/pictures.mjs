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
      const table = editor.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
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

  walkthrough: {
    open: draft,
    settings: light,
    steps: async (editor) => {
      await showTextAlone(editor);
      await editor.runCommand('打开入门向导');
      await editor.waitForText('要点入门', { within: '.gettingStartedContainer' });
      await editor.page.getByText('看看哪里有问题').first().click();
    },
  },

  /** What the view says before there is a draft. */
  welcome: {
    open: 'README.md',
    height: 560,
    settings: light,
    steps: async (editor) => {
      await editor.page.locator('.activitybar [aria-label*="要点"]').first().click();
      await editor.waitForText('新建要点', { within: '.sidebar' });
    },
  },
};

/** Line and column behind the first `words` of the sample, counted from 1. */
function endOf(words) {
  const text = readFileSync(path.join(root, 'samples', draft), 'utf8');
  const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return [before.length, before.at(-1).length + 1];
}
