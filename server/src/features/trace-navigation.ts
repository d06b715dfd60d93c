import { headingOf } from '../dialect/labels';
import type { Draft } from '../dialect/model';
import { readTrace, type TraceLink } from '../trace/read-trace';
import { rememberDigests } from '../trace/remember-digests';
import type { Superior } from '../trace/superiors';
import type { CodeAction } from '../rules/code-action';
import { touches, type Range } from '../dialect/range';
import { t } from '../localise';

/** From 落实：市要点第12项 to the item; undefined where the cursor is at no such statement. */
export function traceDefinition(
  draft: Draft,
  offset: number,
  superiors: readonly Superior[],
): { readonly uri: string; readonly range: Range } | undefined {
  const link = linkAt(draft, { start: offset, end: offset }, superiors);
  if (!link?.superior || !link.target) return undefined;
  return { uri: link.superior.uri, range: headingOf(link.target) };
}

/** At a statement: remember what all items say now, so that later changes of theirs are told. */
export function rememberActions(draft: Draft, range: Range, superiors: readonly Superior[]): CodeAction[] {
  if (!linkAt(draft, range, superiors)) return [];
  const edits = rememberDigests(draft, readTrace(draft, superiors));
  if (edits.length === 0) return [];
  return [{ title: t('记下上级各项现在的内容（落实核对）'), kind: 'quickfix', edits, findings: [] }];
}

function linkAt(draft: Draft, range: Range, superiors: readonly Superior[]): TraceLink | undefined {
  if (superiors.length === 0) return undefined;
  return readTrace(draft, superiors).find((link) => touches(link.range, range));
}
