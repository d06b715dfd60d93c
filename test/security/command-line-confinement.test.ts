import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../support/lsp-client';

const UNITS = '单位:\n  - 全称: 云溪县秘密局\n';
const PLAN = '# 青江市2026年水利工作要点\n\n一、任务\n\n1．修渠。修渠3公里。\n';
const REFUSED = /在工作区之外，没有读取/;
const draft = (frontMatter = ''): string =>
  `---\n文种: 工作要点\n${frontMatter}---\n\n# 云溪县2026年工作要点\n\n一、任务\n\n（一）修路。〔责任单位：云溪县秘密局〕\n`;

/** A folder with a draft of somebody else's, beside things that are not theirs to read. */
describe('Paths that come with a draft, on the command line', function () {
  this.timeout(60_000);
  let top: string;
  let project: string;
  const inProject = (...names: string[]): string => path.join(project, ...names);

  beforeEach(() => {
    top = realpathSync(mkdtempSync(path.join(tmpdir(), 'yaodian-cli-paths-')));
    project = path.join(top, '来稿');
    mkdirSync(inProject('稿件'), { recursive: true });
    writeFileSync(path.join(top, '秘密.yaml'), UNITS);
    writeFileSync(path.join(top, '市.要点.md'), PLAN);
  });
  afterEach(() => rmSync(top, { recursive: true }));

  function yaodian(args: readonly string[], cwd = project): { stdout: string; stderr: string } {
    const cli = path.join(root, 'dist/cli.js');
    return spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8', timeout: 30_000 });
  }

  /** Whether the registry named by the draft was refused, and whether its unit is known. */
  function read(text: string, cwd = project, ...more: string[]) {
    writeFileSync(inProject('稿件/稿.要点.md'), text);
    const file = path.relative(cwd, inProject('稿件/稿.要点.md'));
    const { stdout, stderr } = yaodian(['units', file, '--format', 'json', ...more], cwd);
    return { refused: REFUSED.test(stderr), known: /"status": ?"official"/.test(stdout), stderr };
  }

  it('are followed within the folder the command runs in', () => {
    writeFileSync(inProject('名录.yaml'), UNITS);
    const { refused, known } = read(draft('单位名录: ../名录.yaml\n'));
    assert.deepEqual({ refused, known }, { refused: false, known: true });
  });

  it('are followed within the repository of the draft, wherever the command runs', () => {
    mkdirSync(inProject('.git'));
    writeFileSync(inProject('名录.yaml'), UNITS);
    const { refused, known } = read(draft('单位名录: ../名录.yaml\n'), inProject('稿件'));
    assert.deepEqual({ refused, known }, { refused: false, known: true });
  });

  it('are not followed out of it by .. or when they are whole, and the caller is told what to do', () => {
    for (const place of ['../../秘密.yaml', path.join(top, '秘密.yaml')]) {
      const { refused, known, stderr } = read(draft(`单位名录: ${place}\n`));
      assert.deepEqual({ refused, known }, { refused: true, known: false }, place);
      assert.match(stderr, /要用它，请写明 --registry/);
    }
  });

  it('are not followed out of it by a link, whoever names it', function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync(path.join(top, '秘密.yaml'), inProject('名录.yaml'));
    assert.equal(read(draft('单位名录: ../名录.yaml\n')).refused, true);
    symlinkSync(path.join(top, '秘密.yaml'), inProject('稿件/单位名录.yaml'));
    const found = read(draft());
    assert.deepEqual({ refused: found.refused, known: found.known }, { refused: true, known: false });
  });

  it('never make the command wait for a file without an end', function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('/dev/zero', inProject('名录.yaml'));
    symlinkSync('/dev/zero', inProject('.yaodian.yaml'));
    assert.equal(read(draft('单位名录: ../名录.yaml\n')).refused, true);
  });

  it('are not followed out of it by the configuration, neither registries nor baselines', () => {
    writeFileSync(inProject('.yaodian.yaml'), '单位名录: ../秘密.yaml\n基线: ../秘密.yaml\n');
    assert.equal(read(draft()).refused, true);
    const { stderr } = yaodian(['check', '稿件/稿.要点.md']);
    assert.match(stderr, /配置里写的基线 .*秘密\.yaml 在工作区之外，没有读取/);
    assert.match(stderr, /单位名录“\.\.\/秘密\.yaml”在工作区之外/);
  });

  it('are not followed out of it to superiors’ plans, by a link either', function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync(path.join(top, '市.要点.md'), inProject('市.要点.md'));
    for (const place of ['../../市.要点.md', '../市.要点.md']) {
      writeFileSync(inProject('稿件/稿.要点.md'), draft(`上级要点: ${place}\n`));
      const { stderr } = yaodian(['trace', '稿件/稿.要点.md']);
      assert.match(stderr, REFUSED, place);
    }
  });

  it('do not bind the caller, who may name any registry', () => {
    const { refused, known } = read(draft(), undefined, '--registry', path.join(top, '秘密.yaml'));
    assert.deepEqual({ refused, known }, { refused: false, known: true });
  });
});
