import { actionHandlers } from './actions';
import type { Handler } from './handler';
import { ownHandlers } from './own-requests';
import { structureHandlers } from './structure';

/** Everything the server answers. A new feature is a file in features/, a row in one of these, and its tests. */
export const handlers: readonly Handler[] = [...structureHandlers, ...actionHandlers, ...ownHandlers];
