import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generatePlan } from '../bench/plans';

const SHORT = '# 2026年云溪县工作要点\n一、重点任务\n（一）办好热线\n（三）办好网站\n';

/** What V8 compiled, kept between runs: nothing but time may tell whether it is there. */
describe('The compile cache of the command line', function () {
  this.timeout(120_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-compiled-'));
    writeFileSync(join(folder, '短.要点.md'), SHORT);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const caches = (): string => join(folder, 'caches');
  const place = (): string => join(caches(), 'yaodian');
  /** Runs in the folder; gives all that a person or a script sees of it. */
  const run = (argv: readonly string[], options: { env?: NodeJS.ProcessEnv; dist?: string } = {}) => {
    const { NODE_DISABLE_COMPILE_CACHE: _, ...inherited } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(options.dist ?? resolve('dist'), 'cli.js'), ...argv],
      { cwd: folder, encoding: 'utf8', env: { ...inherited, XDG_CACHE_HOME: caches(), ...options.env } },
    );
    return { status, stdout, stderr };
  };
  const check = (file = '短.要点.md', options?: Parameters<typeof run>[1]) => run(['check', file], options);
  const withoutCache = () => check('短.要点.md', { env: { NODE_DISABLE_COMPILE_CACHE: '1' } });
  const kept = (): string[] => (existsSync(place()) ? readdirSync(place()).sort() : []);
  const keptFile = (): string => {
    const [name, ...others] = kept();
    assert.ok(name && others.length === 0, `one file, not ${kept().join()}`);
    return join(place(), name);
  };
  /** Another number for each time the file is written, since a new one takes the place of the old. */
  const writing = (): bigint => statSync(keptFile(), { bigint: true }).ino;

  it('is one file of the person’s own, which the next run takes up and does not write again', () => {
    const expected = withoutCache();
    assert.equal(expected.status, 1);
    assert.deepEqual(kept(), [], 'switched off, nothing is kept');
    assert.deepEqual(check(), expected);
    assert.match(keptFile(), /check-\w+$/u);
    assert.equal(statSync(keptFile()).mode & 0o777, 0o600);
    assert.equal(statSync(place()).mode & 0o777, 0o700);
    const first = writing();
    assert.deepEqual(check(), expected);
    assert.equal(writing(), first, 'V8 took all of it');
  });

  it('is made again by the first run that reads much, and by no other', () => {
    writeFileSync(join(folder, '长.要点.md'), generatePlan(10_000));
    check();
    const [short, { size }] = [writing(), statSync(keptFile())];
    check('长.要点.md');
    const long = writing();
    assert.notEqual(long, short);
    assert.ok(statSync(keptFile()).size > size, 'more functions ran');
    check('长.要点.md');
    check();
    assert.equal(writing(), long);
  });

  it('grows by what another run of the command loads, and keeps the rest', () => {
    check();
    const { size } = statSync(keptFile());
    run(['check', '短.要点.md', '--format', 'sarif']);
    assert.ok(statSync(keptFile()).size > size);
    const both = writing();
    check();
    run(['check', '短.要点.md', '--format', 'sarif']);
    assert.equal(writing(), both);
  });

  it('is not believed when it is damaged, and made anew', () => {
    const expected = check();
    const whole = readFileSync(keptFile());
    const middle = Math.floor(whole.length / 2);
    const flipped = whole.map((byte, index) => (index % 1000 === 500 ? byte ^ 0x55 : byte));
    const damages = {
      empty: Buffer.alloc(0),
      short: whole.subarray(0, 3),
      truncated: whole.subarray(0, middle),
      foreign: Buffer.from('#!/bin/sh\necho 你好\n'),
      random: Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) & 0xff)),
      flipped,
    };
    for (const [name, damaged] of Object.entries(damages)) {
      writeFileSync(keptFile(), damaged);
      assert.deepEqual(check(), expected, name);
      assert.ok(statSync(keptFile()).size > 100_000, name);
    }
  });

  it('is not believed where others could have written it', function () {
    if (process.platform === 'win32') this.skip();
    const expected = check();
    chmodSync(keptFile(), 0o666);
    assert.deepEqual(check(), expected);
    assert.equal(statSync(keptFile()).mode & 0o777, 0o600);
  });

  it('is of no use to scripts that changed, even where they are as long as before', () => {
    const dist = join(folder, 'dist');
    cpSync(resolve('dist'), dist, { recursive: true });
    const version = (): string => run(['units', '--help'], { dist }).stdout;
    const before = version();
    assert.match(before, /列出稿中写到的单位/u);
    const [word, other] = ['稿中写到', '文中写到'].map(escaped) as [string, string];
    for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(isScript)) {
      const file = join(dist, name);
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replaceAll(word, other).replaceAll('稿中写到', '文中写到'),
      );
    }
    assert.equal(version(), before.replaceAll('稿中写到', '文中写到'));
  });

  it('is no concern of other commands, installations and flags, of which a few stay', () => {
    mkdirSync(place(), { recursive: true });
    const old = ['check-a', 'check-b', 'check-c', '.check-b.1x.tmp', 'tasks-a', 'notes.txt'];
    for (const [age, name] of old.entries()) {
      writeFileSync(join(place(), name), '');
      utimesSync(join(place(), name), 1_700_000_000 - age, 1_700_000_000 - age);
    }
    check();
    const stay = kept().filter((name) => old.includes(name));
    assert.deepEqual(stay, ['check-a', 'check-b', 'notes.txt', 'tasks-a']);
    assert.equal(kept().length, 5);
    run(['outline', '短.要点.md']);
    assert.ok(kept().some((name) => name.startsWith('outline-')));
    check('短.要点.md', { env: { NODE_OPTIONS: '--max-old-space-size=1000' } });
    const checks = kept().filter((name) => name.startsWith('check-'));
    assert.deepEqual(
      [checks.length, checks.includes('check-a'), checks.includes('check-b')],
      [3, true, false],
    );
  });

  it('is not missed where nothing can be kept, and nothing is said', () => {
    const expected = withoutCache();
    writeFileSync(caches(), 'a file');
    assert.deepEqual(check(), expected);
    assert.deepEqual(check('短.要点.md', { env: { XDG_CACHE_HOME: '', HOME: '/nowhere/at/all' } }), expected);
    assert.equal(readFileSync(caches(), 'utf8'), 'a file');
  });

  it('is not made of a command that failed or was none', () => {
    assert.equal(run(['check']).status, 2);
    assert.equal(run(['chekc']).status, 2);
    assert.equal(run(['../check', 'x']).status, 2);
    assert.equal(run(['--version']).status, 0);
    assert.deepEqual(kept(), []);
  });

  it('serves the threads that check many files', () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let index = 0; index < 60; index++) writeFileSync(join(many, `${index}.txt`), SHORT);
    const expected = check('many', { env: { NODE_DISABLE_COMPILE_CACHE: '1' } });
    assert.equal(expected.status, 1);
    check();
    const before = writing();
    assert.deepEqual(check('many'), expected);
    assert.equal(writing(), before, 'the main thread took all of it');
  });
});

const isScript = (name: string): boolean => /\.c?js$/u.test(name);

/** As the bundler writes Chinese. */
function escaped(text: string): string {
  return [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase()}`).join('');
}
