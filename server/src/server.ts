import { optimiseLate } from './engine';
import { CompileCache } from './storage/compile-cache';

// Node loads its clock when it is first asked for, and once V8 was told flags it compiles anew what it loads of its own.
performance.now();
optimiseLate();
const compiled = CompileCache.use('server');

/** Settles when the client is gone. */
export const ended = import('./hosts/serve').then(({ serve }) => serve(__dirname, compiled));
