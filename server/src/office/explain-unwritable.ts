import { tmpdir } from 'node:os';
import { t } from '../localise';

/** What is wrong and what to do where conversion failed as `unwritable`, whatever was to be converted. */
export function explainUnwritable(): readonly [message: string, advice: string] {
  return [
    t('转换要用的临时文件夹 {0} 里写不了文件', tmpdir()),
    t('请清理磁盘，检查这个文件夹的写入权限，再试一次。'),
  ];
}
