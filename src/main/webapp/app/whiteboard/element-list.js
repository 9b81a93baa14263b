import { h, set, text } from '../ui/dom.js';
import { ordered } from '../ui/ordered.js';
import { button } from '../ui/controls.js';

/**
 * The elements of the page as a list: each element can be reached by keyboard and read by a screen reader, chosen, written into and deleted.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { Desk } from './desk.js'
 * @import { Element } from './scene.js'
 * @typedef {{desk: Desk, t: Translate, nameOf: (id: string) => string, write: (id: string) => void, remove: (id: string) => void, addNote: () => void, close: () => void}} ListParts
 */

const AT_ONCE = 200;

/** @param {ListParts} parts */
export function elementList(parts) {
  const { desk, t, write, remove, addNote, close } = parts;
  const list = h('ul', {});
  const none = h('p', { class: 'hint' }, t('stage.board.list.none'));
  let most = AT_ONCE;
  const more = button({ icon: 'next', label: t('stage.board.list.more'), kind: 'button secondary', onClick: () => ((most += AT_ONCE), update()) });
  const add = button({ icon: 'plus', label: t('stage.board.list.note'), kind: 'button secondary', onClick: addNote });
  const element = h(
    'section',
    { class: 'board-list', 'aria-label': t('stage.board.list'), hidden: true },
    h('header', {}, h('h2', {}, t('stage.board.list')), button({ icon: 'close', label: t('stage.board.list.close'), kind: 'round', onClick: close })),
    add, none, list, more,
  );
  element.addEventListener('keydown', (event) => event.stopPropagation());
  desk.scene.addEventListener('change', later(() => !element.hidden && update()));
  desk.selection.addEventListener('change', () => !element.hidden && update());
  desk.addEventListener('page', () => !element.hidden && update());
  return { element, update };

  function update() {
    const all = desk.elements().reverse();
    set(none, 'hidden', all.length > 0);
    set(more, 'hidden', all.length <= most);
    set(add, 'hidden', !desk.mayDraw);
    ordered(list, all.slice(0, most), ({ id }) => id, row, (item, one) => {
      const [choose, edit, gone] = item.querySelectorAll('button');
      const words = describe(one, parts);
      text(choose, words);
      set(choose, 'aria-pressed', String(desk.selection.has(one.id)));
      set(edit, 'hidden', !desk.mayDraw || !('text' in one.body));
      set(gone, 'hidden', !desk.mayDraw);
      for (const [tool, label] of /** @type {Array<[HTMLElement, string]>} */ ([[edit, t('stage.board.write')], [gone, t('stage.board.delete')]])) set(tool, 'aria-label', `${label}: ${words}`);
    });
  }

  /** @param {Element} one */
  function row({ id }) {
    const choose = h('button', { type: 'button', class: 'board-list-name', dir: 'auto', onclick: () => chosen(id) });
    const edit = button({ icon: 'edit', label: t('stage.board.write'), kind: 'round', onClick: () => write(id) });
    const gone = button({ icon: 'delete', label: t('stage.board.delete'), kind: 'round', onClick: () => remove(id) });
    return h('li', {}, choose, edit, gone);
  }

  /** @param {string} id */
  function chosen(id) {
    const one = desk.scene.get(id);
    if (!one) return;
    desk.selection.are([id]);
    desk.viewport.show({ x: one.box.x - 200, y: one.box.y - 150, width: one.box.width + 400, height: one.box.height + 300 }, 1);
  }
}

/** An element in words: "Note by Ada: Agenda". @param {Element} element @param {Pick<ListParts, 't' | 'nameOf'>} parts */
export function describe({ body, by }, { t, nameOf }) {
  const name = nameOf(by);
  const what = t(`stage.board.kind.${body.kind}`);
  const whose = name ? t('stage.board.by', what, name) : what;
  const words = 'text' in body ? body.text.replace(/\s+/g, ' ').trim() : '';
  return words ? `${whose}: ${words}` : whose;
}

/** Once after many changes in a row. @param {() => void} run */
function later(run) {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    window.setTimeout(() => {
      waits = false;
      run();
    }, 250);
  };
}
