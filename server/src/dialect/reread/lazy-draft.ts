import type { Block } from '../blocks';
import type { LineTable } from '../lines';
import type {
  Attachment,
  Directive,
  Draft,
  FrontMatter,
  Item,
  ListedAttachment,
  Notice,
  Paragraph,
  SpreadText,
  Table,
  Task,
} from '../model';
import type { Range } from '../range';
import type { EditedDraft } from './edited-draft';
import type { MovedModel } from './moved-model';

/**
 * What is read of a draft that was edited, each part when somebody asks for it. A class that knows of what it was made:
 * an engine takes ten times as long to make an object that has getters of its own, and what those hold survives until it
 * collects all garbage. That is a text for every key, copied twice on its way.
 */
export class LazyDraft implements Draft {
  readonly text: string;
  readonly lines: LineTable;
  readonly frontMatter: FrontMatter | undefined;
  readonly title: SpreadText | undefined;
  readonly preamble: readonly Paragraph[];
  readonly year: number | undefined;
  private readonly whole: Draft;
  private readonly parts: { -readonly [Part in keyof Draft]?: Draft[Part] } = {};
  private asides: ReturnType<MovedModel['aside']> | undefined;

  constructor(
    readonly edited: EditedDraft,
    private readonly model: MovedModel,
  ) {
    const whole = edited.frame.draft;
    const head = edited.map.head?.draft ?? whole;
    this.text = edited.text;
    this.lines = edited.lines;
    this.frontMatter = whole.frontMatter;
    this.title = head.title;
    this.preamble = head.preamble;
    this.year = whole.year;
    this.whole = whole;
  }

  get blocks(): readonly Block[] {
    return (this.parts.blocks ??= this.model.blocks(this.whole.blocks));
  }

  /** Asked for at every key, unlike the rest; nearly always there are none. */
  get directives(): readonly Directive[] {
    return (this.parts.directives ??= this.model.part(this.whole.directives));
  }

  get furniture(): readonly Range[] {
    return this.aside().furniture;
  }

  get notice(): Notice {
    return this.aside().notice;
  }

  get body(): Range {
    return this.aside().body;
  }

  get attachmentsListed(): readonly ListedAttachment[] {
    return this.aside().attachmentsListed;
  }

  get items(): readonly Item[] {
    return (this.parts.items ??= this.whole.items.map((item) => this.model.item(item)));
  }

  get outline(): readonly Item[] {
    return (this.parts.outline ??= this.whole.outline.map((item) => this.model.item(item)));
  }

  get tasks(): readonly Task[] {
    return (this.parts.tasks ??= this.whole.tasks.map((_, index) => this.edited.task(index) as Task));
  }

  get attachments(): readonly Attachment[] {
    return (this.parts.attachments ??= this.whole.attachments.map((one) => this.model.attachment(one)));
  }

  get tables(): readonly Table[] {
    return (this.parts.tables ??= this.whole.tables.map((table) => this.model.table(table)));
  }

  private aside(): ReturnType<MovedModel['aside']> {
    return (this.asides ??= this.model.aside(this.whole));
  }
}
