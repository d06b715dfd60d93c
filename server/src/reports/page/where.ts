import { t } from '../../localise';
import type { PlaceRange } from '../file-report';
import { escapeMarkup, IN_CHINESE } from '../markup';

/** Where something stands: as people quote the place, and the line. */
export function writeWhere(place: string, range: PlaceRange | undefined): string {
  const line = range === undefined ? '' : t('第 {0} 行', range.start.line);
  return place === '' ? line : `<span ${IN_CHINESE}>${escapeMarkup(place)}</span><br><small>${line}</small>`;
}
