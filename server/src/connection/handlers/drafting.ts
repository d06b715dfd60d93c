import { RequestType } from 'vscode-languageserver';
import { readDraft } from '../../dialect/draft';
import { PLACEHOLDER } from '../../dialect/placeholder';
import { isDraftingError } from '../../drafting/drafting-error';
import { nameDraft } from '../../drafting/name-draft';
import { rebasePath } from '../../drafting/rebase-path';
import {
  NEW_DRAFT,
  NEXT_YEAR,
  type NewDraft,
  type NewDraftParams,
  type NextYearParams,
  type NextYearResult,
} from '../../protocol';
import { hasPlace, intendedUri, parentOf, pathOf } from '../uris';
import { onRequest, type Handler } from './handler';

/** New drafts: from nothing, and from last year's. What makes them is loaded when somebody asks. */
export const draftingHandlers: readonly Handler[] = [
  onRequest(new RequestType<NewDraftParams, NewDraft, void>(NEW_DRAFT), {}, async (params) => {
    const { blankDraft } = await import('../../drafting/blank-draft');
    return describe(blankDraft(params));
  }),
  onRequest(new RequestType<NextYearParams, NextYearResult, void>(NEXT_YEAR), {}, nextYear),
];

async function nextYear({ text, uri, folder, year }: NextYearParams): Promise<NextYearResult> {
  const { takeToNextYear } = await import('../../drafting/next-year');
  const [source, target] = [folderOf(uri), pathIn(folder)];
  const rebase = source && target ? (file: string) => rebasePath(file, source, target) : undefined;
  try {
    const taken = takeToNextYear(readDraft(text), { year, ...(rebase ? { rebase } : {}) });
    return { ...taken, ...describe(taken.text) };
  } catch (error) {
    if (isDraftingError(error)) return { error: error.message, advice: error.advice };
    throw error;
  }
}

function folderOf(uri = ''): string | undefined {
  return pathIn(parentOf(intendedUri(uri)));
}

function pathIn(uri = ''): string | undefined {
  return hasPlace(uri) ? pathOf(uri) : undefined;
}

function describe(text: string): NewDraft {
  const gaps = [...text.matchAll(PLACEHOLDER)].map(({ index, 0: gap }) => ({
    start: index,
    end: index + gap.length,
  }));
  return { text, name: nameDraft(readDraft(text)), gaps };
}
