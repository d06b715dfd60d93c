/**
 * What client and server say to each other beyond the Language Server Protocol. The client imports nothing else of
 * the server. Positions are in the negotiated encoding (UTF-16 in VS Code).
 */
export * from './protocol/checking';
export * from './protocol/documents';
export * from './protocol/editing';
export * from './protocol/exchange';
export * from './protocol/host';
export * from './protocol/overview';
export * from './protocol/reviewing';
export type { Position, Range } from 'vscode-languageserver-types';
