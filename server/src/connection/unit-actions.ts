import { type CodeAction as LspAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { EditableRegistry } from '../registry/edit-registry';
import type { Range } from '../dialect/range';
import { unitActions, type UnitAction } from '../features/unit-actions';
import type { Registry } from '../registry/registry';
import type { Checked } from './checker';
import type { Services } from './services';
import { editsInFiles, everywhere, inForce } from './workspace-units';

/** Actions for the unit at the cursor whose edits are not only in this draft. */
export async function actionsForUnit(
  { snapshot, findings }: Checked,
  selected: Range,
  services: Services,
): Promise<LspAction[]> {
  const place = await inForce(snapshot, services);
  const context = { workspace: await everywhere(services), editable: editableOf(place.registry, services) };
  const actions = unitActions(place, selected.start, context);
  const answered = findings.touching(selected).filter(({ rule }) => rule.startsWith('unit/'));
  const converted: LspAction[] = [];
  for (const action of actions) {
    const edit = await editFor(action, snapshot.uri, services);
    if (!edit) continue;
    const diagnostics = answered.map((finding) => services.publisher.convert(finding, snapshot));
    converted.push({
      title: action.title,
      kind: CodeActionKind.QuickFix,
      ...(diagnostics.length > 0 ? { diagnostics } : {}),
      edit,
    });
  }
  return converted;
}

/** The nearest registry that is written in YAML, as the editor has it. */
function editableOf(registry: Registry | undefined, { registries }: Services): EditableRegistry | undefined {
  return registry?.files
    .filter(({ uri }) => /\.ya?ml$/iu.test(uri))
    .map(({ uri }) => registries.loaded(uri))
    .find((loaded) => loaded !== undefined);
}

async function editFor(
  { files, create }: UnitAction,
  documentUri: string,
  services: Services,
): Promise<WorkspaceEdit | undefined> {
  if (!create) return editsInFiles(files, services);
  const { client, configurationFiles } = services;
  if (!client.createFiles || !client.versionedEdits) return undefined;
  const uri = configurationFiles.folderOf(documentUri) + encodeURIComponent(create.name);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: create.text }],
      },
    ],
  };
}
