import assert from 'node:assert/strict';
import { LSPErrorCodes, Range, ResponseError } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** An answer, or nothing where the request was cancelled, overtaken or refused with a reason. */
export async function settled(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    assert.ok(error instanceof ResponseError, String(error));
    const expected: readonly number[] = [
      LSPErrorCodes.RequestCancelled,
      LSPErrorCodes.ContentModified,
      LSPErrorCodes.RequestFailed,
    ];
    assert.ok(expected.includes(error.code), error.message);
    return undefined;
  }
}

/** How answers name the document that their ranges are of. */
interface Naming {
  readonly uri?: string;
  readonly targetUri?: string;
  readonly textDocument?: { readonly uri: string };
}

/** Every range in an answer that does not name another document lies in this one. */
export function checkRanges(answer: unknown, document: TextDocument): void {
  if (typeof answer !== 'object' || answer === null) return;
  const { uri, targetUri, textDocument } = answer as Naming;
  if ((uri ?? targetUri ?? textDocument?.uri ?? document.uri) !== document.uri) return;
  if (Range.is(answer)) {
    for (const place of [answer.start, answer.end])
      assert.deepEqual(document.positionAt(document.offsetAt(place)), place);
    assert.ok(document.offsetAt(answer.start) <= document.offsetAt(answer.end));
  }
  // What is to be selected after an edit is a place of the edited text.
  for (const [key, value] of Object.entries(answer)) if (key !== 'selection') checkRanges(value, document);
}
