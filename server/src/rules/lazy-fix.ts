import type { TextEdit } from '../dialect/range';
import type { Fix } from './rule';

/** A fix that is worked out when somebody looks at it: nobody does at those of most keystrokes. */
export function lazyFix(safe: boolean, make: () => Omit<Fix, 'safe'>): Fix {
  return new LazyFix(safe, make);
}

/** A class, for an engine takes ten times as long to make an object that has getters of its own. */
class LazyFix implements Fix {
  private made: Omit<Fix, 'safe'> | undefined;

  constructor(
    readonly safe: boolean,
    private readonly make: () => Omit<Fix, 'safe'>,
  ) {}

  get title(): string {
    return this.fix().title;
  }

  get edits(): readonly TextEdit[] {
    return this.fix().edits;
  }

  get cursor(): number | undefined {
    return this.fix().cursor;
  }

  /** What is written of it: getters are no properties of its own. */
  toJSON(): Fix {
    const { title, edits, safe, cursor } = this;
    return { title, edits, safe, cursor };
  }

  private fix(): Omit<Fix, 'safe'> {
    return (this.made ??= this.make());
  }
}
