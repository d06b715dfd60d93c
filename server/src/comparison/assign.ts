import { groupBy } from '../dialect/group-by';

/** A possible pair and what it is worth (above 0). */
export interface Offer {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Raises of bids are at least this much: the total is within `from` × this of the best possible. */
const RAISE = 0.0005;

/**
 * Pairs each `from` with at most one `to` and the other way round so that the sum of values is the greatest, by auction
 * (Bertsekas 1988): whoever is outbid looks again at what is left, so an early choice never spoils a later one, and
 * only pairs that are offered cost anything. Returns the `to` of each `from` that has one.
 */
export function assign(offers: readonly Offer[]): ReadonlyMap<number, number> {
  const offersOf = groupBy(offers, ({ from }) => from);
  const waiting = [...offersOf.keys()];
  const prices = new Map<number, number>();
  const holders = new Map<number, number>();
  for (let bidder = waiting.pop(); bidder !== undefined; bidder = waiting.pop()) {
    const bid = bestBid(offersOf.get(bidder) ?? [], prices);
    if (bid === undefined) continue;
    const outbid = holders.get(bid.to);
    if (outbid !== undefined) waiting.push(outbid);
    holders.set(bid.to, bidder);
    prices.set(bid.to, bid.price);
  }
  return new Map([...holders].map(([to, from]) => [from, to]));
}

interface Bid {
  readonly to: number;
  readonly price: number;
}

/** Bids so much that the second best would do as well; nobody pays more than a pair is worth. */
function bestBid(offers: readonly Offer[], prices: ReadonlyMap<number, number>): Bid | undefined {
  let best: Offer | undefined;
  let gain = 0;
  let second = 0;
  for (const offer of offers) {
    const profit = offer.value - (prices.get(offer.to) ?? 0);
    if (profit > gain) {
      second = gain;
      gain = profit;
      best = offer;
    } else if (profit > second) second = profit;
  }
  return best && { to: best.to, price: (prices.get(best.to) ?? 0) + gain - second + RAISE };
}
