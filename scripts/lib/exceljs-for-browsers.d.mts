import type { Plugin } from 'esbuild';

export const exceljsForBrowsers: Plugin;
