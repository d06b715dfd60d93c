import { type CancellationToken, RequestType } from 'vscode-languageserver';
import { ACCEPT_FINDINGS, type AcceptFindingsResult, type DraftsParams } from '../../protocol';
import { acceptFindings, type BaselineEntry } from '../../review/baseline';
import type { BaselineChange } from '../../review/baseline-file';
import { runRules } from '../../rules/run-rules';
import { BASELINE_FILE } from '../baseline-files';
import type { Checked } from '../checker';
import { refreshAll } from '../publish-findings';
import type { Services } from '../services';
import { nameOf } from '../uris';
import { visitDrafts } from '../visit-drafts';
import { whyNotWritten } from '../why-not-written';
import { onRequest, type Handler } from './handler';
import { t } from '../../localise';

/** 接受现有问题为基线. */
export const acceptingHandlers: readonly Handler[] = [
  onRequest(
    new RequestType<DraftsParams, AcceptFindingsResult | null, void>(ACCEPT_FINDINGS),
    {},
    (params, services, token) => accept(params ?? { places: [] }, services, token),
  ),
];

/** Drafts that share a configuration file share a baseline. */
interface Target {
  /** Where the baseline is, or is to be. */
  readonly uri: string;
  /** The configuration file that has to name it, where none does yet. */
  readonly configuration: string | undefined;
  readonly found: Map<string, readonly BaselineEntry[]>;
}

async function accept(
  params: DraftsParams,
  services: Services,
  token: CancellationToken,
): Promise<AcceptFindingsResult> {
  const targets = new Map<string, Target>();
  const { cancelled } = await visitDrafts(
    {
      ...params,
      title: t('接受现有问题'),
      token,
      onDraft: (checked) => collect(checked, targets, services),
    },
    services,
  );
  const result = { files: [] as string[], drafts: 0, accepted: 0, added: 0, removed: 0, cancelled };
  if (cancelled) return result;
  for (const target of targets.values()) {
    const change = await acceptIn(target, services);
    if (typeof change === 'string') return { problem: change };
    result.files.push(target.uri);
    result.drafts += target.found.size;
    result.accepted += change.accepted;
    result.added += change.added;
    result.removed += change.removed;
  }
  services.configurationFiles.forget();
  refreshAll(services);
  return result;
}

/** What was accepted, or why nothing was. */
async function acceptIn(
  { uri, found, configuration }: Target,
  services: Services,
): Promise<BaselineChange | string> {
  try {
    const change = await services.baselines.accept(uri, found);
    if (typeof change === 'string') return t('{0} 不能用作基线：{1}', nameOf(uri), change);
    if (configuration) await nameBaseline(configuration, services);
    return change;
  } catch (error) {
    return whyNotWritten(uri, error);
  }
}

function collect(
  { snapshot, surroundings }: Checked,
  targets: Map<string, Target>,
  services: Services,
): void {
  const { draft, uri } = snapshot;
  const configuration = surroundings.file?.uri ?? services.configurationFiles.placeFor(uri);
  const place =
    surroundings.baseline ??
    (configuration && services.configurationFiles.resolve(configuration, BASELINE_FILE));
  if (place === undefined) return;
  const target = targets.get(place) ?? {
    uri: place,
    configuration: surroundings.baseline === undefined ? configuration : undefined,
    found: new Map(),
  };
  targets.set(place, target);
  // What a baseline accepts already is accepted again.
  const { sift: _, ...environment } = surroundings.environment;
  target.found.set(uri, acceptFindings(draft, runRules(draft, surroundings.configuration, environment)));
}

/** Adds the key to the configuration file, or makes one that has only this key. */
function nameBaseline(uri: string, { files }: Services): Promise<void> {
  return files.update(uri, (text = '') => {
    // Another window may have named it in the meantime.
    if (/^基线:/mu.test(text)) return undefined;
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const start = text === '' || text.endsWith('\n') ? text : text + eol;
    return `${start}基线: ${BASELINE_FILE}${eol}`;
  });
}
