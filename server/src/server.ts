import { serve } from './hosts/serve';

/** Settles when the client is gone. */
export const ended = serve();
