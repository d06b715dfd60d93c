import { loadNodeModules, optimiseLate } from './engine';
import { CompileCache } from './storage/compile-cache';

loadNodeModules();
optimiseLate();
const compiled = CompileCache.use('server');

/** Settles when the client is gone. */
export const ended = import('./hosts/serve').then(({ serve }) => serve(__dirname, compiled));
