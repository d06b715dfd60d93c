import { readDraft } from '../../../server/src/dialect/draft';
import type { Draft } from '../../../server/src/dialect/model';

/** The outline as one line an item: `2 （一） 强化基础`, flaws after a `!`. */
export function outlineOf(draft: Draft): string[] {
  return draft.outline.map(
    ({ level, marker, title }) =>
      `${level} ${marker.text} ${title}${marker.flaws.length > 0 ? ` !${marker.flaws.join(',')}` : ''}`,
  );
}

export function readOutline(...lines: string[]): string[] {
  return outlineOf(readDraft(['# 青岚县2026年工作要点', ...lines].join('\n')));
}

export function tasksOf(draft: Draft): string[] {
  return draft.tasks.map((task) => `${task.number} ${task.title}`);
}
