import type { TextDocument } from 'vscode';

/** Where documents come from that the server sees: not a comparison's other side (`git:`, a preview). */
export const schemes = ['file', 'untitled', 'vscode-vfs', 'memfs'];

export function isDraft(document: TextDocument): boolean {
  return document.languageId === 'yaodian' && schemes.includes(document.uri.scheme);
}
