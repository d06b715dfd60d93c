import {
  commands,
  Range,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
  Selection,
  type ExtensionContext,
} from 'vscode';
import type { Client } from '../client';
import { PLACE_CURSOR_COMMAND, type Range as ProtocolRange } from '../../../server/src/protocol';

/** Selects the gap that a fix of the server opened, so that the person goes on typing there. */
export function activate(context: ExtensionContext, _client: Client): void {
  context.subscriptions.push(
    commands.registerCommand(PLACE_CURSOR_COMMAND, async (uri: string, { start, end }: ProtocolRange) => {
      const document = await workspace.openTextDocument(Uri.parse(uri));
      // Where the person has it or other texts before them, not over the page that the command was chosen in.
      const shown = window.visibleTextEditors.find((editor) => editor.document === document);
      const column = (shown ?? window.visibleTextEditors[0])?.viewColumn;
      const editor = await window.showTextDocument(document, column);
      const range = new Range(start.line, start.character, end.line, end.character);
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    }),
  );
}
