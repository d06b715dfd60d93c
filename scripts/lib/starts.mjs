/** The sources that programs begin with, and those that they load one after another until the first finding. */
export const starts = {
  server: ['server/src/server.ts', 'server/src/hosts/serve.ts'],
  // One that is told nothing else than what to check.
  check: [
    'server/src/cli.ts',
    'server/src/cli/main.ts',
    'server/src/cli/commands/check.ts',
    'server/src/cli/parse-call.ts',
    'server/src/cli/reporters/text.ts',
  ],
  thread: ['server/src/cli-thread.ts', 'server/src/cli/check/thread.ts'],
};
