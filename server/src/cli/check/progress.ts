import type { Io } from '../io';
import { t } from '../../localise';

/** Where nobody watches a terminal (a log), a line after this many milliseconds, and then as often. */
const LOG_EVERY = 5000;
/** How often a terminal's line is redrawn, in milliseconds. */
const DRAW_EVERY = 100;
/** Fewer files are done before anybody wonders. */
const MANY = 20;

/** Tells on stderr how far a long run is. */
export class Progress {
  private done = 0;
  private told: number;
  private drawn = false;

  constructor(
    private readonly total: number,
    private readonly io: Io,
  ) {
    this.told = io.now();
  }

  advance(count: number): void {
    this.done += count;
    const { stderr } = this.io;
    const pause = this.io.now() - this.told;
    if (this.total < MANY || pause < (stderr.isTerminal ? DRAW_EVERY : LOG_EVERY)) return;
    this.told = this.io.now();
    const text = t('已检查 {0}/{1} 个文件', this.done, this.total);
    stderr.write(stderr.isTerminal ? `\r${text}` : `${text}\n`);
    this.drawn ||= stderr.isTerminal;
  }

  /** Takes the terminal's line away. */
  end(): void {
    if (this.drawn) this.io.stderr.write('\r\x1b[K');
  }
}
