/**
 * Raised hands and reactions. As docs/protocol/reaction.md has it. Types only.
 *
 * @typedef {'thumbs-up' | 'thumbs-down' | 'clap' | 'heart' | 'laugh' | 'wow' | 'sad' | 'party'} Reaction
 * @typedef {{participant: string, since: number}} Hand
 * @typedef {{type: 'raise-hand', raised: boolean}
 *   | {type: 'lower-hand', participant: string}
 *   | {type: 'lower-all-hands'}
 *   | {type: 'react', reaction?: Reaction, sealed?: string}} ReactionAsk
 * @typedef {{type: 'hands', hands: Hand[]}
 *   | {type: 'hand-changed', participant: string, since?: number | null}
 *   | {type: 'reacted', participant: string, reaction?: Reaction | null, sealed?: string | null}} ReactionTold
 */

export {};
