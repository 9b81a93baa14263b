/**
 * The services of the meeting's page, for the functions that compose it. No view gets all of them. Types only.
 *
 * @import { ChatActions } from '../chat/actions.js'
 * @import { FirewallRow } from '../check/firewall.js'
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Leading } from '../moderation/leading.js'
 * @import { Attention } from '../platform/attention.js'
 * @import { Install } from '../platform/install.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { WakeLock } from '../platform/wake-lock.js'
 * @import { PollActions } from '../poll/actions.js'
 * @import { HandActions } from '../reaction/actions.js'
 * @import { RecordingActions } from '../recording/actions.js'
 * @import { Session } from '../session/session.js'
 * @import { Sounds } from '../sound/sounds.js'
 * @import { Dock } from '../state/view.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageState, PageStore } from './page-state.js'
 * @typedef {object} Services
 * @property {string} letters of the meeting's link
 * @property {HTMLElement} stage
 * @property {PageStore} store
 * @property {Session<PageState>} session
 * @property {LocalMedia} local
 * @property {Leading} leading
 * @property {ChatActions} chat
 * @property {PollActions} polls
 * @property {HandActions} hands
 * @property {RecordingActions} recording
 * @property {Preferences} preferences
 * @property {Sounds} sounds
 * @property {WakeLock} wakeLock
 * @property {Install} install
 * @property {Attention} attention
 * @property {readonly FirewallRow[]} firewall
 * @property {readonly Dock[]} docks what this server has of chat and polls
 * @property {(texts: Record<string, string>) => void} learn takes the texts of what comes later
 * @property {readonly string[]} off parts of the suite that are switched off on this server
 * @property {Translate} t
 */

export {};
