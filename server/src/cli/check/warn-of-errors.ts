import type { Io } from '../io';
import { STDIN } from '../read-source';
import { PathChecker } from './check-paths';
import { t } from '../../localise';

/** Says on stderr how many errors stand in a draft that is exported all the same; standard input is read only once. */
export async function warnOfErrors(path: string, io: Io): Promise<void> {
  if (path === STDIN) return;
  const { report } = await new PathChecker({ fix: false }, io).check(path);
  const errors = report?.findings.filter(({ level }) => level === 'error').length ?? 0;
  if (errors > 0)
    io.stderr.write(
      t('警告：{0} 还有 {1} 个错误，导出的文件里照样有；请用 yaodian check {2} 查看。\n', path, errors, path),
    );
}
