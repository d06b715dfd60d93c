import { nameOf } from './uris';
import { t, type Message } from '../localise';

const NO_PERMISSION: Message = '没有写入权限';
const FULL: Message = '磁盘空间不足';

/** What the system says, by its codes. */
const REASONS: Readonly<Record<string, Message>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: NO_PERMISSION,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
};

/** Why a file beside a draft was not written, for the person; throws what is no refusal of the system. */
export function whyNotWritten(uri: string, error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: string };
  if (typeof code !== 'string') throw error;
  const reason = REASONS[code];
  return t('写不了 {0}：{1}。原文件没有改动。', nameOf(uri), reason ? t(reason) : (message ?? code));
}
