import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { layersPlugin } from './scripts/lib/eslint-layers.mjs';

/** What each layer may import besides itself. Read from top to bottom: everything points up. */
const layers = {
  'localise.ts': [],
  dialect: ['localise.ts'],
  registry: ['localise.ts', 'dialect'],
  comparison: ['dialect', 'registry'],
  trace: ['localise.ts', 'dialect', 'registry', 'comparison'],
  rules: ['localise.ts', 'dialect', 'registry', 'trace'],
  features: ['localise.ts', 'dialect', 'registry', 'rules', 'comparison', 'trace'],
  'engine.ts': [],
  storage: [],
  office: ['localise.ts'],
  xml: [],
  importers: ['localise.ts', 'dialect', 'registry', 'office', 'xml'],
  fonts: [],
  exporters: ['localise.ts', 'dialect', 'comparison', 'trace', 'office', 'xml'],
  // Notes come as comments of Word documents, and go as such.
  review: ['localise.ts', 'dialect', 'registry', 'rules', 'importers', 'exporters'],
  reports: ['localise.ts', 'dialect', 'rules', 'comparison', 'exporters', 'review'],
  drafting: ['localise.ts', 'dialect'],
  protocol: [],
  'protocol.ts': ['protocol'],
  'base64.ts': [],
  connection: [
    'localise.ts',
    'dialect',
    'registry',
    'rules',
    'comparison',
    'review',
    'trace',
    'features',
    'importers',
    'exporters',
    'drafting',
    'reports',
    // Not storage, office and fonts: connection runs in browsers too, where `hosts` brings what only Node has.
    'protocol.ts',
    'base64.ts',
  ],
  cli: [
    'localise.ts',
    'dialect',
    'registry',
    'rules',
    'comparison',
    'trace',
    'review',
    'importers',
    'exporters',
    'drafting',
    'reports',
    'engine.ts',
    'storage',
    'office',
    'fonts',
  ],
  hosts: ['localise.ts', 'connection', 'engine.ts', 'storage', 'importers', 'exporters', 'office', 'fonts'],
  'server.ts': ['hosts', 'engine.ts', 'storage'],
  'server-web.ts': ['hosts'],
  'cli-thread.ts': ['cli', 'storage'],
  'cli.ts': ['cli', 'engine.ts', 'storage', 'hosts'],
  client: ['protocol.ts', 'base64.ts'],
};

/** Packages a layer must not import. */
const packages = {
  dialect: /^(vscode|node:)/,
  registry: /^(vscode|node:)/,
  rules: /^(vscode|node:)/,
  comparison: /^(vscode|node:)/,
  review: /^(vscode|node:)/,
  trace: /^(vscode|node:)/,
  features: /^(vscode(?!-languageserver-types$)|node:)/,
  importers: /^vscode/,
  exporters: /^vscode/,
  drafting: /^(vscode|node:)/,
  connection: /^node:/,
  client: /^node:/,
  reports: /^(vscode|node:)/,
  cli: /^vscode/,
};

/** Files that do not know their neighbours. */
const peers = {
  features: /^server\/src\/features\/(?!index$)/,
  rules: /^server\/src\/rules\/(?!configuration\/)[^/]+\//,
};

const globals = Object.fromEntries(
  'process console Buffer atob URL URLSearchParams AbortSignal fetch setTimeout clearTimeout setInterval clearInterval require module'
    .split(' ')
    .map((name) => [name, 'readonly']),
);

const notInBrowsers = (name) => ({ name, message: 'Browsers have none, and this runs in them too.' });

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'samples/', 'test/**/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The dialect is made of control, full-width and look-alike characters.
      'no-irregular-whitespace': 'off',
      'no-control-regex': 'off',
      'no-misleading-character-class': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    plugins: { layers: layersPlugin },
    rules: {
      'layers/direction': ['error', { layers, packages, peers }],
      'no-console': 'error',
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['warn', { max: 4 }],
    },
  },
  {
    files: ['client/src/**/*.ts', 'server/src/**/*.ts'],
    ignores: [
      'server/src/{cli,hosts,storage,office,fonts}/**',
      'server/src/{cli,cli-thread,engine,server}.ts',
      'server/src/{ex,im}porters/{pdf,office,revision}/**',
    ],
    rules: { 'no-restricted-globals': ['error', ...['Buffer', 'process'].map(notInBrowsers)] },
  },
  {
    files: ['scripts/**/*.mjs', '**/*.cjs', '*.mjs', 'test/web/memfs/*.js'],
    languageOptions: { globals },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
