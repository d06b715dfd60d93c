import { type CodeAction as LspAction, CodeActionKind } from 'vscode-languageserver';
import { LineTable } from '../dialect/lines';
import { switchOffInYaml } from '../features/silencing-actions';
import type { Diagnostic, RuleId } from '../rules/rule';
import { ruleName } from '../rules/rule-name';
import type { Checked } from './checker';
import { CONFIGURATION_FILE, type ConfigurationFile } from './configuration-files';
import { Positions } from './positions';
import type { Services } from './services';
import { t } from '../localise';

/** Actions that switch a rule off for all drafts of a folder, in `.yaodian.yaml`. */
export async function configurationActions(
  { snapshot, surroundings }: Checked,
  findings: readonly Diagnostic[],
  services: Services,
): Promise<LspAction[]> {
  const place = surroundings.file?.uri ?? services.configurationFiles.placeFor(snapshot.uri);
  if (!place) return [];
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
  return rules.flatMap((finding) => {
    const edit = switchOffEdit(place, surroundings.file, finding.rule, services);
    return edit
      ? [
          {
            title: t('文件夹里的稿件都不再检查{0}，写入 {1}', ruleName(finding.rule), CONFIGURATION_FILE),
            kind: CodeActionKind.QuickFix,
            diagnostics: [services.publisher.convert(finding, snapshot)],
            edit,
          },
        ]
      : [];
  });
}

function switchOffEdit(
  uri: string,
  file: ConfigurationFile | undefined,
  rule: RuleId,
  { client, documents }: Services,
): LspAction['edit'] | undefined {
  // The file as the editor has it, where it is open: its edits are not on the disk yet.
  const text = documents.get(uri)?.text ?? file?.text;
  if (text === undefined && !(client.createFiles && client.versionedEdits)) return undefined;
  const yaml = text ?? '';
  const at = new Positions(yaml, LineTable.of(yaml), client.encoding);
  const edits = switchOffInYaml(yaml, rule, yaml.includes('\r\n') ? '\r\n' : '\n').map(
    ({ range, newText }) => ({
      range: at.rangeOf(range),
      newText,
    }),
  );
  if (!client.versionedEdits) return { changes: { [uri]: edits } };
  const change = { textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits };
  const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
  return { documentChanges: text === undefined ? [create, change] : [change] };
}
