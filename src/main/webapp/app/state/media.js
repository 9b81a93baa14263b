/**
 * The state of media between this tab and the media server. Pure.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { IceServer, Limits, LinkQuality, MediaReach, SlotView } from '../protocol/stream.js'
 * @import { Quality } from '../media/stats.js'
 * @import { News } from './notices.js'
 * @import { Context } from './slice.js'
 * @typedef {object} Media
 * @property {readonly SlotView[]} viewing
 * @property {Limits} limits
 * @property {readonly IceServer[]} iceServers
 * @property {number} epoch
 * @property {boolean} available
 * @property {boolean} seen whether it ever was available
 * @property {MediaReach} reach whether sound and picture reach this tab
 * @property {Readonly<Record<string, LinkQuality>>} links how good the way between somebody and the media server is: one's own, and those that moderators are told
 * @property {Readonly<Record<string, Quality>>} quality by participant
 * @property {boolean} soundBlocked the browser wants a click before it plays sound
 * @typedef {{type: 'quality', participant: string, quality: Quality}
 *   | {type: 'reach', reach: MediaReach}
 *   | {type: 'own-link', link: LinkQuality}
 *   | {type: 'sound-blocked', blocked: boolean}
 *   | {type: 'server', message: ServerMessage}} MediaAction
 */

export const mediaSlice = {
  initial: /** @type {Media} */ ({
    viewing: [],
    limits: { slots: 9, audioSlots: 3, resumeSeconds: 60 },
    iceServers: [],
    epoch: 0,
    available: true,
    seen: false,
    reach: 'fine',
    links: {},
    quality: {},
    soundBlocked: false,
  }),

  /** @param {Media} media @param {MediaAction} action @param {Context} context @returns {Media} */
  reduce(media, action, { stay, people }) {
    switch (action.type) {
      case 'quality':
        if (media.quality[action.participant] === action.quality) return media;
        return { ...media, quality: { ...media.quality, [action.participant]: action.quality } };
      case 'reach':
        return reached(media, action.reach, stay.connection === 'open');
      case 'own-link':
        return people.self ? { ...media, links: { ...media.links, [people.self]: action.link } } : media;
      case 'sound-blocked':
        return media.soundBlocked === action.blocked ? media : { ...media, soundBlocked: action.blocked };
      case 'server':
        return fromServer(media, action.message);
      default:
        return media;
    }
  },

  /** @param {Media} before @param {Media} _now @param {MediaAction} action @returns {readonly News[]} */
  news(before, _now, action) {
    const back = action.type === 'server' && action.message.type === 'media-reset' && action.message.available && !before.available && before.seen;
    return back ? [{ text: 'stage.media.back', kind: 'good' }] : [];
  },
};

/** While the server is away, nothing is known of firewalls. @param {Media} media @param {MediaReach} next @param {boolean} connected @returns {Media} */
function reached(media, next, connected) {
  if (next === media.reach || (next === 'blocked' && !(media.available && connected))) return media;
  return { ...media, reach: next };
}

/** @param {Media} media @param {ServerMessage} message @returns {Media} */
function fromServer(media, message) {
  switch (message.type) {
    case 'welcome': {
      const { viewing, iceServers, limits, epoch, mediaAvailable: available } = message;
      return { ...media, viewing, iceServers, limits, epoch, available, seen: media.seen || available };
    }
    case 'participant-left':
      return { ...media, viewing: media.viewing.filter((view) => view.participant !== message.participant) };
    case 'link-reported':
      return { ...media, links: { ...media.links, [message.participant]: message.link } };
    case 'viewing':
      return { ...media, viewing: message.slots };
    case 'media-reset':
      return reset(media, message.epoch, message.available);
    case 'ice-servers':
      return { ...media, iceServers: message.iceServers };
    default:
      return media;
  }
}

/** @param {Media} media @param {number} epoch @param {boolean} available @returns {Media} */
function reset(media, epoch, available) {
  const reach = media.reach === 'blocked' && !available ? 'fine' : media.reach;
  return { ...media, epoch, available, seen: media.seen || available, reach };
}
