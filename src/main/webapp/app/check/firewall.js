import { h } from '../ui/dom.js';

/**
 * The firewall rules as a table and as text to copy.
 *
 * @import { Translate } from '../ui/texts.js'
 * @typedef {{purpose: 'page' | 'media' | 'detour' | 'turn' | 'stun', protocol: string, host: string, ports: string}} FirewallRow
 */

/** @param {readonly FirewallRow[]} rows @param {Translate} t */
export function firewallTable(rows, t) {
  return h(
    'table',
    { class: 'firewall' },
    h('caption', { class: 'off-screen' }, t('stage.firewall')),
    h('thead', {}, h('tr', {}, ...headings(t).map((words) => h('th', { scope: 'col' }, words)))),
    h('tbody', {}, ...rows.map((row) => h('tr', {}, ...cells(row, t).map((words) => h('td', {}, words))))),
  );
}

/** Tabs between, so that a spreadsheet takes it as a table. @param {readonly FirewallRow[]} rows @param {Translate} t */
export function firewallText(rows, t) {
  return [headings(t), ...rows.map((row) => cells(row, t))].map((line) => line.join('\t')).join('\n');
}

/** @param {Translate} t */
function headings(t) {
  return [t('stage.firewall.purpose'), t('stage.firewall.protocol'), t('stage.firewall.host'), t('stage.firewall.ports')];
}

/** @param {FirewallRow} row @param {Translate} t */
function cells({ purpose, protocol, host, ports }, t) {
  return [t(`stage.firewall.purpose.${purpose}`), protocol, host, ports];
}
