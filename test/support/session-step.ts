/** Where, as a share of the text; how many characters; what stands there then. */
export type Edit = readonly [at: number, length: number, text: string];

/** What a person, or an editor for them, does in a session with a few drafts. */
export type Step =
  | { readonly kind: 'open'; readonly draft: number; readonly text: string }
  | { readonly kind: 'type'; readonly draft: number; readonly edits: readonly Edit[] }
  | {
      readonly kind: 'ask';
      readonly draft: number;
      readonly what: number;
      readonly at: number;
      readonly how: Asking;
    }
  | { readonly kind: 'note'; readonly draft: number; readonly at: number }
  | { readonly kind: 'rename unit'; readonly draft: number; readonly at: number }
  | { readonly kind: 'close' | 'save' | 'rename file'; readonly draft: number }
  | { readonly kind: 'muddle'; readonly draft: number; readonly edit: Edit }
  | { readonly kind: 'registry'; readonly names: readonly string[] }
  | { readonly kind: 'settings'; readonly off: boolean };

/** `overtake`: what comes next does not wait for the answer. */
export type Asking = 'wait' | 'overtake' | 'cancel';

/** The steps of some kinds. */
export type Of<Kind extends Step['kind']> = Extract<Step, { readonly kind: Kind }>;
