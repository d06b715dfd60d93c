/** Milliseconds for the last answer to reach the window. */
const ON_ITS_WAY = 50;
/** Milliseconds after which nothing more will be asked: the view was closed meanwhile. */
const PATIENCE = 2000;

/**
 * Tells when VS Code has drawn a tree for the first time, level by level.
 *
 * A refresh, or a reveal, that meets the first drawing makes VS Code (1.100, `TreeDataSource.getChildren`) ask again
 * for rows whose children it has already; of rows asked about together all but the first then get the children of
 * others. Later drawings wait for one another.
 */
export class FirstDrawing<Row> {
  /** Settles when everything that VS Code asks of its own accord has been answered. */
  readonly done: Promise<void>;
  private readonly awaited = new Set<Row>();
  private finish: () => void = () => undefined;
  private limit: ReturnType<typeof setTimeout> | undefined;
  private finished = false;

  constructor() {
    this.done = new Promise((resolve) => (this.finish = resolve));
  }

  get isDone(): boolean {
    return this.finished;
  }

  /** The rows below `parent` (the uppermost where it is undefined) are given; VS Code will ask about the open ones. */
  answered(parent: Row | undefined, open: readonly Row[]): void {
    if (this.finished) return;
    if (parent === undefined) this.limit ??= setTimeout(() => this.end(), PATIENCE);
    else this.awaited.delete(parent);
    for (const row of open) this.awaited.add(row);
    if (this.awaited.size === 0) setTimeout(() => this.end(), ON_ITS_WAY);
  }

  private end(): void {
    clearTimeout(this.limit);
    this.finished = true;
    this.finish();
  }
}
