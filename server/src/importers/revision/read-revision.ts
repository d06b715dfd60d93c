import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { ImportError } from '../import-error';
import { t } from '../../localise';

/** A file as it was in a revision of the git repository that it stands in. */
export interface Revision {
  /** As git understands it: `HEAD~1`, `main`, a tag, a hash. */
  readonly revision: string;
  /** Absolute path of the file today; it need not exist any more. */
  readonly path: string;
}

/** Reads a file of a revision. Throws `ImportError`, in words for the user. */
export type RevisionReader = (revision: Revision) => Promise<Uint8Array>;

/** A repository answers within seconds or not at all. Milliseconds. */
const TIME_LIMIT = 30_000;
/** Bytes; no plan comes near. */
const LARGEST_FILE = 64 * 2 ** 20;

/**
 * Asks git itself, without a shell. Nothing of the repository is run or fetched by this: `cat-file` knows no hooks and
 * no filters.
 */
export function revisionReader(env: Readonly<Record<string, string | undefined>>): RevisionReader {
  return async ({ revision, path }) => {
    if (!isRevision(revision))
      throw new ImportError(t('“{0}”不是 git 的版本', revision), t('写作 HEAD~1、分支名、标签名或提交号。'));
    const name = `${revision}:./${basename(path)}`;
    const answer = await askGit(['--no-pager', '-C', dirname(path), 'cat-file', 'blob', name], env);
    if (typeof answer === 'string') throw explain(answer, { revision, path });
    return answer;
  };
}

/** What is no name of a revision must not reach git's command line: an option, a path, a control character. */
function isRevision(text: string): boolean {
  return text !== '' && !text.startsWith('-') && !/[\s:\u0000-\u001f\u007f]/u.test(text);
}

/** What git answers, or why it does not. */
function askGit(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array | string> {
  const options = {
    encoding: 'buffer',
    windowsHide: true,
    timeout: TIME_LIMIT,
    maxBuffer: LARGEST_FILE,
    // English messages, to be understood here; objects that are missing are not fetched.
    env: { ...env, LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
  } as const;
  return new Promise((resolve, reject) => {
    execFile('git', args, options, (error, content, message) => {
      if (error === null) resolve(content);
      else if (error.code === 'ENOENT') reject(noGit());
      else resolve(new TextDecoder().decode(message));
    });
  });
}

function noGit(): ImportError {
  return new ImportError(t('不能运行 git'), t('与历史版本比较要用 git：请安装 git，或者用两个文件比较。'));
}

function explain(message: string, { revision, path }: Revision): ImportError {
  const name = basename(path);
  if (message.includes('not a git repository'))
    return new ImportError(
      t('{0} 不在 git 仓库里', name),
      t('没有用 git 管理的稿件，请直接给出往年或另一稿的文件。'),
    );
  if (message.includes('cannot change to'))
    return new ImportError(t('找不到 {0} 所在的文件夹', name), t('请核对路径。'));
  if (message.includes('dubious ownership'))
    return new ImportError(
      t('{0} 所在的 git 仓库属于别的用户，git 拒绝读取', name),
      t('按 git 的提示把它加入 safe.directory 之后再试。'),
    );
  if (message.includes('does not exist in') || message.includes('exists on disk, but not in'))
    return new ImportError(
      t('版本 {0} 里没有 {1}', revision, name),
      t('文件可能改过名：用 git log --follow 查当时的名字，写作 版本:文件。'),
    );
  if (message.includes('invalid object name') || message.includes('Not a valid object name'))
    return new ImportError(t('git 仓库里没有版本 {0}', revision), t('用 git log 查看有哪些版本。'));
  const first = message.trim().split('\n')[0] ?? '';
  return new ImportError(
    t('git 没有给出 {0} 在 {1} 的内容', name, revision),
    first === '' ? t('请再试一次。') : first,
  );
}
