// Runs the fuzz tests for longer, on other examples than the usual test run.
// usage: node scripts/fuzz.mjs [ROUNDS [SEED]]   (ROUNDS: so many times the usual number; default 20)
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './lib/bundle.mjs';

const rounds = process.argv[2] ?? '20';
const seed = process.argv[3] ?? String(Math.floor(Math.random() * 1_000_000_000));
console.log(`${rounds} rounds; to repeat: npm run fuzz -- ${rounds} ${seed}`);

const run = (command) =>
  spawnSync(process.execPath, command, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FUZZ_ROUNDS: rounds, FUZZ_SEED: seed },
  }).status ?? 1;

process.exitCode =
  run([path.join(root, 'scripts/build.mjs')]) ||
  run([path.join(root, 'node_modules/mocha/bin/mocha.js'), 'test/fuzz/**/*.test.ts']);
