import { h, icon, set, text } from '../ui/dom.js';
import { TimeLeft, clock } from '../ui/time-left.js';

/**
 * Above the tiles: that the meeting is recorded, for how long, and whether the reader is in it. A button that opens the dialog about it.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { RecordingStore, RecordingView } from './slice.js'
 * @param {{store: RecordingStore, t: Translate}} parts
 */
export function recordingBar({ store, t }) {
  const time = h('span', { class: 'recording-time', role: 'timer' });
  const words = h('span', { class: 'recording-words' });
  const element = h(
    'button',
    { type: 'button', class: 'recording-bar', hidden: true, onclick: () => store.dispatch({ type: 'dialog', dialog: 'recording' }) },
    icon('record'),
    words,
    time,
  );
  const left = new TimeLeft(tick);
  /** @type {RecordingView['recording'] | null} */
  let shown = null;
  return {
    element,
    rest: () => left.rest(),
    /** @param {RecordingView} state */
    update({ recording }) {
      if (recording === shown) return;
      shown = recording;
      const { on, choice, health } = recording;
      set(element, 'hidden', !on);
      set(element, 'data-out', choice !== 'given');
      set(element, 'data-trouble', Boolean(health?.trouble));
      text(words, t(health?.trouble ? 'stage.recording.trouble' : choice === 'given' ? 'stage.recording.on' : 'stage.recording.without-you'));
      left.told(on ? recording.left : null);
      tick();
    },
  };

  function tick() {
    const seconds = left.now;
    if (seconds === null || !shown) return;
    text(time, clock(shown.longest - seconds));
  }
}
