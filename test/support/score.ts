/**
 * Compares what the command line reads in a document with what people found in it, kind by kind. By text, so that
 * widths, spaces and final punctuation do not matter; what the annotations call doubtful is neither hit nor miss.
 */
export class Score {
  private readonly counts = new Map<string, Count>();

  get kinds(): readonly string[] {
    return [...this.counts.keys()];
  }

  of(kind: string): Count {
    return this.counts.get(kind) ?? new Count();
  }

  /** Every text of `gold` must be met by one of `read`; one of `read` that meets neither it nor `doubtful` is extra. */
  add(kind: string, gold: readonly string[], read: readonly string[], options: CompareOptions = {}): void {
    const { agree = isSame, doubtful = [] } = options;
    let count = this.counts.get(kind);
    if (!count) this.counts.set(kind, (count = new Count()));
    const left = [...read];
    for (const text of gold) {
      const index = left.findIndex((candidate) => agree(candidate, text));
      if (index >= 0) left.splice(index, 1);
      if (index >= 0 || read.some((candidate) => agree(candidate, text))) count.hits++;
      else count.missed.push(text);
    }
    const isKnown = (text: string): boolean => [...gold, ...doubtful].some((known) => agree(text, known));
    count.extra.push(...left.filter((text) => !isKnown(text)));
  }
}

export interface CompareOptions {
  readonly agree?: (a: string, b: string) => boolean;
  readonly doubtful?: readonly string[];
}

export class Count {
  hits = 0;
  readonly missed: string[] = [];
  readonly extra: string[] = [];

  get precision(): number {
    return share(this.hits, this.hits + this.extra.length);
  }

  get recall(): number {
    return share(this.hits, this.hits + this.missed.length);
  }

  /** Harmonic mean of precision and recall, 0–100. */
  get f1(): number {
    return share(2 * this.hits, 2 * this.hits + this.extra.length + this.missed.length);
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}

export function normalise(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[。.;,]$/u, '')
    .replace(/^[〔【(]|[〕】)]$/gu, '');
}

export function isSame(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

/** For phrases, whose ends are a matter of taste: one holds the other, and is not three times as long. */
export function overlaps(a: string, b: string): boolean {
  const [short, long] = [normalise(a), normalise(b)].sort((x, y) => x.length - y.length) as [string, string];
  return short !== '' && long.includes(short) && short.length / long.length >= 0.35;
}
