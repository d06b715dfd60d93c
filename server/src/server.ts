import { serve } from './connection/serve';

/** Settles when the client is gone. */
export const ended = serve();
