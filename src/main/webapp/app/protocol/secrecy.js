/**
 * The keys of an end-to-end encrypted meeting. As docs/protocol/secrecy.md has it. Types only.
 *
 * @typedef {{type: 'secrecy-join' | 'secrecy-lack'}
 *   | {type: 'secrecy-commit', step: number, commit?: string, info?: string, keys?: string}
 *   | {type: 'secrecy-info', step: number, info: string}
 *   | {type: 'secrecy-share', step: number, keys: string}} SecrecyAsk
 * @typedef {{type: 'secrecy-state', step: number, member: boolean, removals: number}} SecrecyState
 * @typedef {{type: 'secrecy-turn', step: number, info?: string | null, gone: string[], renew: boolean}} SecrecyTurn
 * @typedef {{type: 'secrecy-changed', step: number, by: string, commit?: string | null, keys?: string | null}} SecrecyChanged
 * @typedef {{type: 'secrecy-wanted', step: number, what: 'info' | 'keys'}} SecrecyWanted
 * @typedef {{type: 'secrecy-shared', step: number, keys: string}} SecrecyShared
 * @typedef {SecrecyState | SecrecyTurn | SecrecyChanged | SecrecyWanted | SecrecyShared} SecrecyTold
 */

export {};
