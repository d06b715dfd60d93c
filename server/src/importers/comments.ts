/** A comment in the margin of a Word document, with the answers to it in their order. */
export interface ImportedComment extends ImportedRemark {
  /** Undefined where the file does not say. */
  readonly done: boolean | undefined;
  readonly replies: readonly ImportedRemark[];
  readonly words: CommentedWords;
}

/** The words a comment is about and what stands around them in the running text; paragraphs end with a line break. */
export interface CommentedWords {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

export interface ImportedRemark {
  readonly author: string;
  /** By the writer's wall clock, `YYYY-MM-DDTHH:MM:SS`; empty where the file does not say. */
  readonly date: string;
  readonly text: string;
  /** What our own export noted of it; absent for what was written elsewhere. */
  readonly record: RemarkRecord | undefined;
}

export interface RemarkRecord {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly date: string;
  /** Of the text as it was exported. */
  readonly digest: string;
  readonly state: string | undefined;
  readonly changed: string | undefined;
  /** The id of the comment that it answers. */
  readonly answers: string | undefined;
}
