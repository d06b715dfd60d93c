import { emptyField } from './clause/empty-field';
import { houseStyle } from './clause/house-style';
import { periodInside } from './clause/period-inside';
import { predicateMark } from './clause/predicate-mark';
import { prose } from './clause/prose';
import { repeatedField } from './clause/repeated-field';
import { unknownLabel } from './clause/unknown-label';
import { unclosedRegion } from './directive/unclosed-region';
import { unknownDirective } from './directive/unknown-directive';
import { unknownRule } from './directive/unknown-rule';
import { unusedIgnore } from './directive/unused-ignore';
import { attachmentList } from './document/attachment-list';
import { bodyTableDisagreement } from './document/body-table-disagreement';
import { dateFormat } from './document/date-format';
import { documentNumber } from './document/document-number';
import { tableRowNumber } from './document/table-row-number';
import { titleMismatch } from './document/title-mismatch';
import { unclosedBlock } from './document/unclosed-block';
import { yearMismatch } from './document/year-mismatch';
import { checks } from './front-matter/checks';
import { schema } from './front-matter/schema';
import { syntax } from './front-matter/syntax';
import { depthMismatch } from './numbering/depth-mismatch';
import { duplicate } from './numbering/duplicate';
import { gap } from './numbering/gap';
import { levelJump } from './numbering/level-jump';
import { markerStyle } from './numbering/marker-style';
import { missingSeparator } from './numbering/missing-separator';
import { outOfOrder } from './numbering/out-of-order';
import { spokenOrdinal } from './numbering/spoken-ordinal';
import { straySpace } from './numbering/stray-space';
import type { Rule } from './rule';
import { deadlineOutsideYear } from './task/deadline-outside-year';
import { duplicate as duplicateTask } from './task/duplicate';
import { invalidDeadline } from './task/invalid-deadline';
import { missingDeadline } from './task/missing-deadline';
import { missingTarget } from './task/missing-target';
import { missingUnit } from './task/missing-unit';
import { noLead } from './task/no-lead';
import { severalLeads } from './task/several-leads';
import { unmeasurableTarget } from './task/unmeasurable-target';
import { vagueDeadline } from './task/vague-deadline';
import { bookTitle } from './text/book-title';
import { brokenParagraph } from './text/broken-paragraph';
import { doubled } from './text/doubled';
import { fullWidthDigits } from './text/full-width-digits';
import { halfWidthPunctuation } from './text/half-width-punctuation';
import { headingStop } from './text/heading-stop';
import { hiddenCharacter } from './text/hidden-character';
import { markerPunctuation } from './text/marker-punctuation';
import { markerWidth } from './text/marker-width';
import { placeholder } from './text/placeholder';
import { quoteStyle } from './text/quote-style';
import { residue } from './text/residue';
import { straySpace as straySpaceInText } from './text/stray-space';
import { unbalanced } from './text/unbalanced';
import { unitSymbol } from './text/unit-symbol';
import { wrongWord } from './text/wrong-word';
import { missingPlan } from './trace/missing-plan';
import { notCovered } from './trace/not-covered';
import { orphan } from './trace/orphan';
import { outdated } from './trace/outdated';
import { partly } from './trace/partly';
import { renumbered } from './trace/renumbered';
import { suggestion } from './trace/suggestion';
import { abolished } from './unit/abolished';
import { alias } from './unit/alias';
import { ambiguous } from './unit/ambiguous';
import { duplicate as duplicateUnit } from './unit/duplicate';
import { malformedList } from './unit/malformed-list';
import { memberOfCollective } from './unit/member-of-collective';
import { order } from './unit/order';
import { unknown } from './unit/unknown';

/** Every rule there is, in the order of the ids. A new rule is its file, its fixtures, its page and two lines here. */
export const allRules: readonly Rule[] = [
  emptyField,
  houseStyle,
  periodInside,
  predicateMark,
  prose,
  repeatedField,
  unknownLabel,
  unclosedRegion,
  unknownDirective,
  unknownRule,
  unusedIgnore,
  attachmentList,
  bodyTableDisagreement,
  dateFormat,
  documentNumber,
  tableRowNumber,
  titleMismatch,
  unclosedBlock,
  yearMismatch,
  checks,
  schema,
  syntax,
  depthMismatch,
  duplicate,
  gap,
  levelJump,
  markerStyle,
  missingSeparator,
  outOfOrder,
  spokenOrdinal,
  straySpace,
  deadlineOutsideYear,
  duplicateTask,
  invalidDeadline,
  missingDeadline,
  missingTarget,
  missingUnit,
  noLead,
  severalLeads,
  unmeasurableTarget,
  vagueDeadline,
  bookTitle,
  brokenParagraph,
  doubled,
  fullWidthDigits,
  halfWidthPunctuation,
  headingStop,
  hiddenCharacter,
  markerPunctuation,
  markerWidth,
  placeholder,
  quoteStyle,
  residue,
  straySpaceInText,
  unbalanced,
  unitSymbol,
  wrongWord,
  missingPlan,
  notCovered,
  orphan,
  outdated,
  partly,
  renumbered,
  suggestion,
  abolished,
  alias,
  ambiguous,
  duplicateUnit,
  malformedList,
  memberOfCollective,
  order,
  unknown,
];
