/** The pinyin of each character of a name, lower case and without tones: 应急 → ying, ji. */
export type Spell = (name: string) => readonly string[];

/**
 * How well a name answers what was typed: characters of it in order, their full pinyin or initials, or any mixture
 * (`应急`, `yingji`, `yjj`, `应急j` all mean 县应急管理局). 0 is best, each character passed over between two that match
 * costs 1; before the first match the area's 县 costs half, other characters more. Undefined where it does not answer.
 */
export function matchName(typed: string, name: string, spell: Spell | undefined): number | undefined {
  const wanted = typed.toLowerCase();
  if (wanted === '') return 0;
  const syllables = /[a-z]/.test(wanted) ? spell?.(name) : undefined;
  if (!mayMatch(wanted, name.toLowerCase(), syllables)) return undefined;
  const cost = new NameMatch(wanted, name.toLowerCase(), syllables).cost(0, 0);
  return cost === Infinity ? undefined : cost;
}

/** Whether every character wanted is there at all, in order: most names are put aside by this. */
function mayMatch(wanted: string, name: string, syllables: readonly string[] | undefined): boolean {
  let found = 0;
  for (let position = 0; position < name.length && found < wanted.length; position++) {
    if (name.charAt(position) === wanted.charAt(found)) found++;
    else for (const letter of syllables?.[position] ?? '') if (letter === wanted.charAt(found)) found++;
  }
  return found === wanted.length;
}

class NameMatch {
  private readonly known = new Map<number, number>();

  constructor(
    private readonly wanted: string,
    private readonly name: string,
    private readonly syllables: readonly string[] | undefined,
  ) {}

  /** The least cost of finding `wanted` from `from` in the name from `position`. */
  cost(from: number, position: number): number {
    if (from === this.wanted.length) return 0;
    if (position >= this.name.length) return Infinity;
    const key = from * 64 + position;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const passedOver = this.costOfPassing(from, position) + this.cost(from, position + 1);
    const best = Math.min(passedOver, this.here(from, position));
    this.known.set(key, best);
    return best;
  }

  /** 县 before the first match costs little; a name that begins otherwise than what was typed is not what was meant. */
  private costOfPassing(from: number, position: number): number {
    if (from > 0) return 1;
    return position === 0 ? 0.5 : 1.5;
  }

  private here(from: number, position: number): number {
    if (this.name.charAt(position) === this.wanted.charAt(from)) return this.cost(from + 1, position + 1);
    const syllable = this.syllables?.[position] ?? '';
    let best = Infinity;
    for (let length = 1; length <= syllable.length; length++) {
      if (!this.wanted.startsWith(syllable.slice(0, length), from)) break;
      best = Math.min(best, this.cost(from + length, position + 1));
    }
    return best;
  }
}
