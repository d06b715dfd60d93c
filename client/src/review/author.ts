import { ConfigurationTarget, window, workspace } from 'vscode';
import type { LanguageServer } from '../language-client';
import { t } from '../localise';
import { USER_NAME } from '../../../server/src/protocol';

/** Who writes notes here: the setting, else git's or the system's user, else the person is asked once. */
export async function authorName(server: LanguageServer): Promise<string | undefined> {
  const settings = workspace.getConfiguration('yaodian');
  const named = settings.get<string>('审稿人', '').trim();
  if (named !== '') return named;
  const user = (await server.request<string | null>(USER_NAME, {}).catch(() => null)) ?? '';
  if (user !== '') return user;
  const given = (
    await window.showInputBox({ prompt: t('审稿意见署什么名字（以后可在设置“审稿人”里改）') })
  )?.trim();
  if (given) await settings.update('审稿人', given, ConfigurationTarget.Global);
  return given || undefined;
}
