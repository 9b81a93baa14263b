/**
 * The wire, by topic, as docs/protocol has it; what answers messages of all topics is here. Types only. Enums are lower kebab-case, absent means null.
 *
 * @import { SessionAsk, SessionTold } from './session.js'
 * @import { StreamAsk, StreamTold } from './stream.js'
 * @import { DoorAsk, DoorTold } from './door.js'
 * @import { ChatAsk, ChatTold } from './chat.js'
 * @import { ReactionAsk, ReactionTold } from './reaction.js'
 * @import { PollAsk, PollTold } from './poll.js'
 * @import { ModerationAsk, ModerationTold } from './moderation.js'
 * @import { BreakoutAsk, BreakoutTold } from './breakout.js'
 * @import { RecordingAsk, RecordingTold } from './recording.js'
 * @import { TimerAsk, TimerTold } from './timer.js'
 * @import { WhiteboardAsk, WhiteboardTold } from './whiteboard.js'
 * @import { InkAsk, InkTold } from './ink.js'
 * @import { DeskAsk, DeskTold } from './desk.js'
 * @import { SecrecyAsk, SecrecyTold } from './secrecy.js'
 * @import { CheckTold } from './check.js'
 * @import { PersonAsk, PersonTold } from './person.js'
 * @typedef {'unavailable' | 'throttled' | 'locked' | 'not-found' | 'forbidden' | 'unusable' | 'too-many'} NotStoredReason
 * @typedef {SessionAsk | StreamAsk | DoorAsk | ChatAsk | ReactionAsk | PollAsk | ModerationAsk | BreakoutAsk | TimerAsk | RecordingAsk | WhiteboardAsk | InkAsk | DeskAsk | SecrecyAsk | PersonAsk} ClientMessage
 * @typedef {SessionTold | StreamTold | DoorTold | ChatTold | ReactionTold | PollTold | ModerationTold | BreakoutTold | TimerTold | RecordingTold | WhiteboardTold | InkTold | DeskTold | SecrecyTold | CheckTold | PersonTold
 *   | {type: 'not-stored', about: string, key?: string | null, reason: NotStoredReason}
 *   | {type: 'failed', code: string, about?: string | null}} ServerMessage
 */

export {};
