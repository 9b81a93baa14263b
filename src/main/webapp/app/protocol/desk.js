/**
 * The moderation desk. As docs/protocol/desk.md has it. Types only.
 *
 * @typedef {'waiting' | 'people' | 'rules' | 'breakout' | 'polls' | 'timer' | 'desk'} DeskPart
 * @typedef {{type: 'open-desk'}} DeskAsk
 * @typedef {{type: 'desk-ticket', ticket: string, seconds: number}
 *   | {type: 'desk-changed', parts: DeskPart[]}} DeskTold
 */

export {};
