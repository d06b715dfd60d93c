import { serveInWorker } from './hosts/serve-in-worker';

serveInWorker(globalThis as unknown as Parameters<typeof serveInWorker>[0]);
