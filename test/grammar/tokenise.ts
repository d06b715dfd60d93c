import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vsctm, { type IGrammar } from 'vscode-textmate';
import oniguruma from 'vscode-oniguruma';

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

const { Registry, INITIAL, parseRawGrammar } = vsctm;
const file = new URL('../../syntaxes/yaodian.tmLanguage.json', import.meta.url);
/** Stands for VS Code's own YAML grammar: enough to see that front matter is handed to it. */
const yaml = { scopeName: 'source.yaml', patterns: [{ match: '^[^:]+(?=:)', name: 'entity.name.tag.yaml' }] };

export async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) =>
      scope === 'source.yaml'
        ? parseRawGrammar(JSON.stringify(yaml), 'yaml.json')
        : parseRawGrammar(readFileSync(file, 'utf8'), file.pathname),
  });
  const grammar = await registry.loadGrammar('text.yaodian');
  if (!grammar) throw new Error('no grammar');
  return grammar;
}

export function tokenise(grammar: IGrammar, text: string): Token[] {
  const tokens: Token[] = [];
  let state = INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      tokens.push({ text: line.slice(startIndex, endIndex), scopes });
    }
  }
  return tokens;
}
