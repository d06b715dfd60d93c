import { acceptingHandlers } from './accepting';
import { actionHandlers } from './actions';
import { comparingHandlers } from './comparing';
import { decorationHandlers } from './decorations';
import { editingHandlers } from './editing';
import { draftingHandlers } from './drafting';
import { exportHandlers } from './exporting';
import type { Handler } from './handler';
import { importingHandlers } from './importing';
import { ledgerHandlers } from './ledgers';
import { navigationHandlers } from './navigation';
import { preIssueHandlers } from './pre-issue';
import { ownHandlers } from './own-requests';
import { reportingHandlers } from './reporting';
import { ruleFixHandlers } from './rule-fixes';
import { reviewHandlers } from './reviewing';
import { structureHandlers } from './structure';
import { tracingHandlers } from './tracing';
import { unitHandlers } from './units';
import { workspaceHandlers } from './workspace-check';
import { writingHandlers } from './writing';

/** Everything the server answers. A new feature is a file in features/, a row in one of these, and its tests. */
export const handlers: readonly Handler[] = [
  ...structureHandlers,
  ...actionHandlers,
  ...navigationHandlers,
  ...unitHandlers,
  ...writingHandlers,
  ...decorationHandlers,
  ...ownHandlers,
  ...editingHandlers,
  ...exportHandlers,
  ...preIssueHandlers,
  ...ledgerHandlers,
  ...comparingHandlers,
  ...workspaceHandlers,
  ...reportingHandlers,
  ...acceptingHandlers,
  ...tracingHandlers,
  ...reviewHandlers,
  ...importingHandlers,
  ...draftingHandlers,
  ...ruleFixHandlers,
];
