import type { Drafts } from './drafts';
import type { LanguageServer } from './language-client';
import type { Plans } from './plans';
import type { Proposals } from './proposals';

/** What every feature of the editor side has to do with. */
export interface Client {
  readonly server: LanguageServer;
  readonly drafts: Drafts;
  readonly plans: Plans;
  readonly proposals: Proposals;
}
