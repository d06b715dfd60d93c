/** The known key with most characters in common, if that is at least half of the longer one; the first one counts more. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  let best: { key: string; score: number } | undefined;
  for (const candidate of known) {
    const shared = [...candidate].filter((character) => key.includes(character)).length;
    if (shared * 2 < Math.max(key.length, candidate.length)) continue;
    const score = shared + (candidate[0] === key[0] ? 0.5 : 0);
    if (score > (best?.score ?? 0)) best = { key: candidate, score };
  }
  return best?.key;
}
