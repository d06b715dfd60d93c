import { workspace, type OutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import {
  EXPORT_COMMAND,
  FIX_RULE_COMMAND,
  PLACE_CURSOR_COMMAND,
  SHOW_PLACES_COMMAND,
  SHOW_TASKS_COMMAND,
  type InitializationOptions,
} from '../../server/src/protocol';
import { schemesOfDrafts } from './draft-documents';

const initial = (): InitializationOptions => ({
  commands: [FIX_RULE_COMMAND, PLACE_CURSOR_COMMAND, SHOW_PLACES_COMMAND, SHOW_TASKS_COMMAND, EXPORT_COMMAND],
  readsFiles: true,
  restricted: !workspace.isTrusted,
});

/** What client and server agree on wherever the server runs. */
export function clientOptions(outputChannel: OutputChannel): LanguageClientOptions {
  const schemes = schemesOfDrafts(workspace);
  return {
    documentSelector: [
      ...schemes.map((scheme) => ({ language: 'yaodian', scheme })),
      // Registries: faults are shown, and a unit can be renamed, where they are written.
      ...schemes.map((scheme) => ({ pattern: '**/单位名录.{yaml,yml,csv}', scheme })),
    ],
    outputChannel,
    initializationOptions: initial(),
    // What drafts and registries say is shown as text: no commands, no HTML.
    markdown: { isTrusted: false, supportHtml: false },
    // Without this the library speaks English to the person.
    initializationFailedHandler: () => false,
  };
}
