import { TextlintKernel, type TextlintRuleModule } from '@textlint/kernel';
import * as markdownPlugin from '@textlint/textlint-plugin-markdown';
import { lint as markdownlint } from 'markdownlint/sync';
import { remark } from './remark';

/** Another program at work: how many findings it has for a text, or nodes where it only parses. */
export type Peer = (text: string) => number | Promise<number>;

/** The linters that writers of Markdown use, each with the rules it comes with. */
export async function loadPeers(): Promise<Record<string, Peer>> {
  const autocorrect = await loadAutocorrect();
  return {
    'remark-parse': (text) => remark.parse(text),
    markdownlint: (text) => markdownlint({ strings: { text } })['text']?.length ?? 0,
    'remark-lint': (text) => remark.lint(text),
    textlint: await loadTextlint(),
    ...(autocorrect ? { autocorrect } : {}),
  };
}

async function loadTextlint(): Promise<Peer> {
  // @ts-expect-error It comes without types.
  const noTodo = await import('textlint-rule-no-todo');
  const kernel = new TextlintKernel();
  const plugins = [{ pluginId: 'markdown', plugin: defaultOf(markdownPlugin) }];
  const rules = [{ ruleId: 'no-todo', rule: defaultOf<TextlintRuleModule>(noTodo) }];
  return async (text) => {
    const { messages } = await kernel.lintText(text, { ext: '.md', filePath: 'plan.md', plugins, rules });
    return messages.length;
  };
}

/** The default export of a CommonJS module, however many wrappers its compiler and ours put around it. */
function defaultOf<T>(module: { readonly default: T }): T {
  const inner = module.default as T | { readonly default: T };
  return isWrapped(inner) ? defaultOf(inner) : inner;
}

function isWrapped<T>(inner: T | { readonly default: T }): inner is { readonly default: T } {
  return typeof inner === 'object' && inner !== null && 'default' in inner;
}

/** A native module; not every platform has it. */
async function loadAutocorrect(): Promise<Peer | undefined> {
  try {
    const { default: autocorrect } = await import('autocorrect-node');
    return (text) => (autocorrect.lintFor(text, 'plan.md') as { lines: unknown[] }).lines.length;
  } catch {
    return undefined;
  }
}
