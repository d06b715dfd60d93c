import type { EffectiveRule } from '../protocol';
import { t } from '../localise';
import { explainLevel } from '../rules/configuration/levels';
import { allRules } from '../rules/index';
import { layersFor } from '../rules/run-rules';
import type { Services } from './services';

/** The level of every rule for a document and who set it; for one that is not open, as if it said nothing itself. */
export async function effectiveRules(uri: string, services: Services): Promise<EffectiveRule[]> {
  const snapshot = services.documents.get(uri);
  const { configuration, file } = await services.surroundings.find(uri);
  const layers = snapshot?.isDraft ? layersFor(snapshot.draft, configuration) : configuration.layers;
  return allRules.map((rule) => {
    const { value, from } = explainLevel(rule, layers);
    return {
      rule: rule.id,
      summary: t(rule.summary),
      level: value,
      source: from.origin,
      ...(from.origin === 'file' && file ? { file: file.uri } : {}),
    };
  });
}
