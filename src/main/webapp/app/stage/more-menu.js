import { NARROW } from '../ui/dom.js';
import { MenuButton } from '../ui/menu.js';
import { shareTroubleHere } from '../media/screen.js';
import { toggleDesk } from '../moderation/desk-panel.js';
import { pathTo } from '../platform/pages.js';
import { signInBeside } from '../platform/signing-in.js';
import { mayModerate, self } from '../state/people.js';
import { permits } from '../state/rules.js';

/**
 * Everything that needs no button of its own in the bar, and on a phone also what finds no room there.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Install } from '../platform/install.js'
 * @import { Sharing } from '../session/sharing.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { DialogName } from '../state/view.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { MenuItem } from '../ui/menu.js'
 * @typedef {{store: StoreOf<Shared & {recording: {on: boolean}}, SharedAction>, sharing: Sharing, local: LocalMedia, topics: () => MenuItem[], install: Install, records: boolean, t: Translate}} MoreParts `topics`: what topics have to offer; `records`: whether this server records
 * @typedef {{share(): void, react(): void, view(): void}} Elsewhere what other buttons do where there is room for them
 */

/** @param {MoreParts} parts @param {Elsewhere} elsewhere */
export function moreMenu(parts, elsewhere) {
  const { t } = parts;
  return new MenuButton({ icon: 'more', label: t('stage.more'), kind: 'tool', items: () => entries(parts, elsewhere, window.matchMedia(NARROW).matches) });
}

/** @param {MoreParts} parts @param {Elsewhere} elsewhere @param {boolean} narrow @returns {MenuItem[]} */
function entries({ store, sharing, local, topics, install, records, t }, { share, react, view }, narrow) {
  const { screen } = sharing;
  const recorded = () => store.state.recording.on;
  const open = (/** @type {DialogName} */ dialog) => () => store.dispatch({ type: 'dialog', dialog });
  /** @type {Array<MenuItem | false>} */
  const items = [
    narrow && !shareTroubleHere() && { icon: screen.on ? 'share-off' : 'share', label: t(screen.on ? 'stage.share.stop' : 'stage.share'), run: share },
    narrow && permits(store.state, 'reactions') && { icon: 'smile', label: t('stage.reaction'), run: react },
    narrow && { icon: 'grid', label: t('stage.layout'), run: view },
    narrow && { icon: 'invite', label: t('stage.invite'), run: open('invite') },
    local.canTurnAround && { icon: 'turn', label: t('stage.camera.turn'), run: () => void local.turnAround() },
    records && (mayModerate(store.state) || recorded()) && { icon: 'record', label: t(recorded() ? 'stage.recording' : 'stage.recording.start'), run: open('recording') },
    ...topics(),
    mayModerate(store.state) && { icon: 'shield', label: t('stage.desk'), run: () => toggleDesk(store) },
    !self(store.state)?.account && { icon: 'person', label: t('stage.sign-in'), run: signInBeside },
    { icon: 'gear', label: t('stage.settings'), run: open('settings') },
    { icon: 'signal', label: t('stage.check'), run: open('connection') },
    install.isOffered && { icon: 'install', label: t('stage.settings.install'), run: () => void install.ask() },
    !window.matchMedia('(hover: none)').matches && { icon: 'keyboard', label: t('stage.shortcuts'), run: open('shortcuts') },
    { icon: 'help', label: t('stage.help'), run: () => void window.open(pathTo('/help'), '_blank', 'noopener') },
  ];
  return items.filter((item) => item !== false);
}
