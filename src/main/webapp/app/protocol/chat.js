/**
 * The messages of the chat, as in docs/protocol/chat.md. Types only.
 *
 * @typedef {{id: number, name: string, text: string}} ChatQuote
 * @typedef {{id: number, sender: string, name: string, sentAt: number, text: string, to?: string | null, toName?: string | null, quote?:
 *   ChatQuote | null, edited: boolean, removed?: 'sender' | 'moderator' | null, key: string, room?: string | null}} ChatEntry
 * @typedef {{type: 'chat-page', entries: ChatEntry[], before?: number | null, more: boolean, privateAllowed: boolean, keptHours: number}} ChatPage
 * @typedef {{type: 'chat-history', before: number}
 *   | {type: 'chat-send', key: string, text: string, to?: string, replyTo?: number, room?: string}
 *   | {type: 'chat-edit', message: number, text: string}
 *   | {type: 'chat-delete', message: number}
 *   | {type: 'chat-remove', message: number}} ChatAsk
 * @typedef {ChatPage | {type: 'chat-message', entry: ChatEntry}} ChatTold
 */

export {};
