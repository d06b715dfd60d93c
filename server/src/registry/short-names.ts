import { mayFallAway, wordAt } from './department-words';
import { remember } from '../dialect/remember';

/** The kind of body a name ends in, written one way: 委员会 and 委 are the same kind. */
const KINDS: readonly (readonly [suffix: string, kind: string])[] = [
  ['委员会', '委'],
  ['委会', '委'],
  ['委', '委'],
  ['办公室', '办'],
  ['办', '办'],
  ['分局', '分局'],
  ['局', '局'],
  ['厅', '厅'],
  ['部', '部'],
  ['中心', '中心'],
  ['大队', '大队'],
  ['支队', '支队'],
  ['总队', '总队'],
  ['联合会', '联'],
  ['联', '联'],
  ['协会', '协'],
  ['协', '协'],
  ['联合社', '社'],
  ['社', '社'],
  ['院', '院'],
  ['处', '处'],
  ['站', '站'],
  ['所', '所'],
  ['馆', '馆'],
  ['署', '署'],
];

export interface NameParts {
  /** 委 局 办…; '' for names of places, companies and others that have no short form by rule. */
  readonly kind: string;
  /** What stands before the kind: 应急管理. */
  readonly stem: string;
}

/** Takes the core of a name apart: 应急管理局 → stem 应急管理, kind 局. */
export const readParts = remember(splitKind);

function splitKind(core: string): NameParts {
  for (const [suffix, kind] of KINDS) {
    if (core.length > suffix.length && core.endsWith(suffix))
      return { kind, stem: core.slice(0, -suffix.length) };
  }
  return { kind: '', stem: core };
}

/** A piece of a stem: a word of the table, or characters that stay as they are. */
interface Piece {
  readonly forms: readonly string[];
  readonly optional: boolean;
}

const piecesOf = remember(cutIntoPieces);

function cutIntoPieces(stem: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let proper = '';
  let leading = true;
  const flush = () => {
    if (proper) pieces.push({ forms: [proper], optional: false });
    if (proper) leading = false;
    proper = '';
  };
  for (let position = 0; position < stem.length;) {
    const word = wordAt(stem, position);
    if (!word) {
      proper += stem.charAt(position++);
      continue;
    }
    flush();
    const optional = mayFallAway(word, leading);
    pieces.push({ forms: word.forms.filter((form) => form !== ''), optional });
    // After a word that may fall away the next one still leads the short form.
    if (!optional || !leading) leading = false;
    position += word.word.length;
  }
  flush();
  return pieces;
}

/** Whether `short` is a short form of `full` by the usual rules; both are cores (see `readUnitName`) and differ. */
export function abbreviates(short: string, full: string): boolean {
  if (short === full) return false;
  const a = readParts(short);
  const b = readParts(full);
  if (!a.kind || a.kind !== b.kind || a.stem.length > b.stem.length || a.stem === '') return false;
  if (a.stem === b.stem) return true;
  return shortInitials(full).has(a.stem.charAt(0)) && fits(a.stem, piecesOf(b.stem));
}

/** Whether `stem` can be spelt by taking one form of each piece in order. */
function fits(stem: string, pieces: readonly Piece[]): boolean {
  let reached = new Set([0]);
  for (const piece of pieces) {
    const next = new Set<number>();
    for (const at of reached) {
      if (piece.optional) next.add(at);
      for (const form of piece.forms) if (stem.startsWith(form, at)) next.add(at + form.length);
    }
    reached = next;
    if (reached.size === 0) return false;
  }
  return reached.has(stem.length);
}

/** The characters a short form of `core` can begin with: what short names are looked up by. */
export const shortInitials = remember(collectInitials);

function collectInitials(core: string): ReadonlySet<string> {
  const initials = new Set<string>();
  for (const piece of piecesOf(readParts(core).stem)) {
    for (const form of piece.forms) initials.add(form.charAt(0));
    if (!piece.optional) break;
  }
  return initials;
}
