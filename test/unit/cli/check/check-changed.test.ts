import assert from 'node:assert/strict';
import type { CheckRequest } from '../../../../server/src/cli/check/thread';
import { draftChecker, type Checked } from '../../../../server/src/cli/check/draft-checker';
import type { Io, Thread } from '../../../../server/src/cli/io';
import { speak } from '../../../../server/src/localise';
import { InMemoryFiles, runInMemory, type RunResult } from '../../../support/memory-io';

const COUNT = 60;
const CACHE = ['--cache', '/work/检查缓存'];

const draft = (index: number): string =>
  `# 2026年第${index}号工作要点\n\n## 一、重点任务\n\n1．建成公园${index}处。（责任单位：县住建局；完成时限：6月底前）\n\n` +
  `3．办好热线${index}条。（责任单位：县政务局）\n`;

/** Files that count how often each is read. */
class CountingFiles extends InMemoryFiles {
  readonly reads = new Map<string, number>();

  override read(path: string): Uint8Array {
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    return super.read(path);
  }
}

/** A folder with many drafts, all kinds of files that their findings depend on, and a cache of the first check. */
function folder(): CountingFiles {
  const files = new CountingFiles({
    '稿件/.yaodian.yaml': '检查:\n  task/missing-target: 关闭\n基线: 基线.json\n',
    '稿件/单位名录.yaml': '单位:\n  - 全称: 县住房和城乡建设局\n    简称: [县住建局]\n  - 全称: 县教育局\n',
    '上级.txt': '市2026年工作要点\n一、重点任务\n1．建成公园一百处。（责任单位：市住建局）\n',
  });
  for (let index = 0; index < COUNT; index++) files.put(`稿件/${index}.要点.md`, draft(index));
  files.put('稿件/0.要点.md', `---\n文种: 工作要点\n上级要点: ../上级.txt\n---\n\n${draft(0)}`);
  return files;
}

const check = (
  files: InMemoryFiles,
  argv: readonly string[] = [],
  io: Partial<Io> = {},
): Promise<RunResult> => runInMemory(['check', '稿件', ...argv], files, { io });

/** Of the drafts that are known: those that were read again after a look whether they have changed. */
async function changedIn(files: CountingFiles): Promise<string[]> {
  files.reads.clear();
  await check(files, CACHE);
  return [...files.reads].flatMap(([path, times]) => (path.endsWith('.要点.md') && times > 1 ? [path] : []));
}

/** Threads of this process. `asked` gets what they are asked to check. */
function threadsOn(
  files: InMemoryFiles,
  asked: string[],
  distort = (checked: Checked): Checked => checked,
): Partial<Io> {
  const start = async (): Promise<Thread> => {
    let check: Awaited<ReturnType<typeof draftChecker>> | undefined;
    return {
      ask: async (request) => {
        const { paths, settings } = structuredClone(request) as CheckRequest;
        asked.push(...paths);
        await speak(settings.language ?? 'zh');
        check ??= await draftChecker(settings, { cwd: '/work', files } as unknown as Io);
        const checked: Checked[] = [];
        for (const path of paths) checked.push(distort(await check(path)));
        return structuredClone(checked);
      },
      stop: () => undefined,
    };
  };
  return { threads: { count: 2, start } };
}

describe('check --cache', () => {
  afterEach(() => speak('zh'));

  it('checks nothing anew where nothing has changed, and says the same in every format', async () => {
    const files = folder();
    for (const format of ['text', 'json', 'sarif', 'html', 'junit', 'github', 'summary']) {
      const argv = ['--format', format];
      const plain = await check(files, argv);
      assert.deepEqual(await check(files, [...argv, ...CACHE]), plain, `${format}: from nothing`);
      const asked: string[] = [];
      const again = await check(files, [...argv, ...CACHE], threadsOn(files, asked));
      assert.deepEqual(again, plain, `${format}: from the cache`);
      assert.deepEqual(asked, []);
    }
  });

  it('makes the same files of what was kept', async () => {
    const files = folder();
    const made = async (argv: readonly string[], file: string): Promise<Uint8Array> => {
      const { stdout } = await check(files, argv);
      assert.equal(stdout, '');
      return files.read(file);
    };
    const report = ['-o', '发文前检查.docx', '--force'];
    const baseline = ['--write-baseline', '现有.json'];
    const plain = [await made(report, '发文前检查.docx'), await made(baseline, '现有.json')];
    await check(files, [...report, ...CACHE]);
    assert.deepEqual(await made([...report, ...CACHE], '发文前检查.docx'), plain[0]);
    await check(files, [...baseline, ...CACHE]);
    assert.deepEqual(await made([...baseline, ...CACHE], '现有.json'), plain[1]);
  });

  it('checks the drafts that have changed, and no others', async () => {
    const files = folder();
    await check(files, CACHE);
    assert.deepEqual(await changedIn(files), []);
    files.put('稿件/7.要点.md', draft(70));
    files.put('稿件/新.要点.md', draft(8));
    assert.deepEqual(await changedIn(files), ['稿件/7.要点.md']);
    assert.deepEqual(await changedIn(files), []);
  });

  const changes: Readonly<Record<string, (files: InMemoryFiles) => void>> = {
    'a draft': (files) => files.put('稿件/3.要点.md', draft(30)),
    'the configuration': (files) => files.put('稿件/.yaodian.yaml', '检查:\n  numbering/gap: 关闭\n'),
    'a fault of the configuration': (files) => files.put('稿件/.yaodian.yaml', '检查:\n  没有这条: 关闭\n'),
    'the registry': (files) => files.put('稿件/单位名录.yaml', '单位:\n  - 全称: 县政务局\n'),
    'a fault of the registry': (files) => files.put('稿件/单位名录.yaml', '单位:\n  - 简称: [县住建局]\n'),
    'a second registry, where there was none': (files) => files.put('稿件/单位名录.csv', '全称\n县政务局\n'),
    'a superior’s plan': (files) => files.put('上级.txt', '市2026年工作要点\n一、重点\n1．修路。\n'),
    'the baseline, where there was none': (files) => files.put('稿件/基线.json', '{}'),
  };
  for (const [what, change] of Object.entries(changes))
    it(`tells of ${what} as a check from nothing does`, async () => {
      const files = folder();
      const before = await check(files, CACHE);
      change(files);
      const plain = await check(files);
      assert.notDeepEqual(plain, before, 'the change makes no difference');
      assert.deepEqual(await check(files, CACHE), plain);
      assert.deepEqual(await check(files, CACHE), plain);
    });

  it('forgets a draft that is gone, and tells its registry’s faults as long as any draft has them', async () => {
    const files = folder();
    files.put('稿件/单位名录.yaml', '单位:\n  - 简称: [县住建局]\n');
    await check(files, CACHE);
    const left = new CountingFiles();
    for (const { name } of files.list('稿件'))
      if (name !== '0.要点.md') left.put(`稿件/${name}`, files.read(`稿件/${name}`));
    left.put('检查缓存', files.read('检查缓存'));
    const plain = await check(left);
    assert.match(plain.stderr, /单位名录\.yaml/u);
    assert.deepEqual(await check(left, CACHE), plain);
  });

  it('holds for the same program and the same settings alone', async () => {
    const files = folder();
    const howMany = async (build: string, argv: readonly string[] = []): Promise<number> => {
      const asked: string[] = [];
      const plain = await check(files, argv);
      const kept = await check(files, [...CACHE, ...argv], {
        ...threadsOn(files, asked),
        build: () => build,
      });
      assert.deepEqual(kept, plain);
      return asked.length;
    };
    assert.equal(await howMany('甲'), COUNT);
    assert.equal(await howMany('甲'), 0);
    assert.equal(await howMany('乙'), COUNT);
    assert.equal(await howMany('乙', ['--lang', 'en']), COUNT);
    assert.equal(await howMany('乙', ['--lang', 'en', '--registry', '稿件/单位名录.yaml']), COUNT);
  });

  it('checks all anew by means of a cache that is damaged, and mends it', async () => {
    const files = folder();
    await check(files, CACHE);
    const whole = files.read('检查缓存');
    const plain = await check(files);
    const damaged = {
      cut: whole.slice(0, whole.length / 2),
      'one line': whole.slice(0, 30),
      flipped: whole.map((byte, index) => (index === whole.length - 100 ? byte ^ 1 : byte)),
      empty: new Uint8Array(),
    };
    for (const [how, bytes] of Object.entries(damaged)) {
      files.put('检查缓存', bytes);
      assert.deepEqual(await check(files, CACHE), plain, how);
      assert.deepEqual(files.read('检查缓存'), whole, how);
    }
  });

  it('leaves a file alone that is no cache, and says so', async () => {
    const files = folder();
    files.put('检查缓存', '别人的文件');
    const { code, stderr, stdout } = await check(files, CACHE);
    assert.deepEqual([code, stdout, files.textOf('检查缓存')], [2, '', '别人的文件']);
    assert.match(stderr, /不是检查缓存，没有覆盖[^]*办法：请核对 --cache/u);
  });

  it('is no draft itself, wherever it lies and whatever it is called', async () => {
    const files = folder();
    const plain = await check(files);
    const beside = ['--cache', '稿件/检查缓存.txt'];
    assert.deepEqual(await check(files, beside), plain);
    assert.deepEqual(await check(files, beside), plain);
  });

  it('gives the results where they cannot be kept, with a warning', async () => {
    const files = folder();
    const plain = await check(files);
    files.forbidden.add('/work/检查缓存');
    const { code, stdout, stderr } = await check(files, CACHE);
    assert.deepEqual([code, stdout], [plain.code, plain.stdout]);
    assert.match(stderr, /警告：结果没有留到 \/work\/检查缓存/u);
  });

  it('keeps nothing of few drafts, which are compared with one another', async () => {
    const files = new InMemoryFiles({ '稿件/1.要点.md': draft(1), '稿件/2.要点.md': draft(2) });
    const plain = await check(files);
    assert.deepEqual(await check(files, CACHE), plain);
    assert.equal(files.kindOf('检查缓存'), 'absent');
  });

  it('is refused where drafts are to be changed', async () => {
    const files = folder();
    const { code, stderr } = await check(files, [...CACHE, '--fix']);
    assert.equal(code, 2);
    assert.match(stderr, /--cache 不与 --fix 同用/u);
    assert.deepEqual(files.written, []);
  });

  it('has threads check what has changed where that is much', async () => {
    const files = folder();
    const asked: string[] = [];
    const io = threadsOn(files, asked);
    const plain = await check(files);
    assert.deepEqual(await check(files, CACHE, io), plain);
    assert.equal(asked.length, COUNT);
    assert.deepEqual(await check(files, CACHE, io), plain);
    assert.equal(asked.length, COUNT);
    for (let index = 0; index < 55; index++) files.put(`稿件/${index}.要点.md`, draft(index + 100));
    const changed = await check(files);
    assert.deepEqual(await check(files, CACHE, io), changed);
    assert.equal(asked.length, COUNT + 55);
  });

  it('keeps nothing of a check during which a file changed that others depend on', async () => {
    const files = folder();
    let times = 0;
    const distort = (checked: Checked): Checked => ({
      ...checked,
      answers: [
        ...(checked.answers ?? []),
        { question: 'read', path: '/work/稿件/单位名录.yaml', said: `第${++times}次` },
      ],
    });
    await check(files, CACHE, threadsOn(files, [], distort));
    assert.equal(files.kindOf('检查缓存'), 'absent');
  });
});
