import { parentPort } from 'node:worker_threads';
import { CompileCache } from './storage/compile-cache';

/** One of the threads that check many files: it takes up what a check of one file kept, and keeps nothing. */
CompileCache.use('check');
void import('./cli/check/thread').then(({ answerRequests }) => answerRequests(parentPort, process.cwd()));
