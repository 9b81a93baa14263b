import { firewallText } from './firewall.js';

/**
 * A check as a text for the people who look after the network. Nothing in it is secret: no meeting, no name, no session description, no
 * address of the reader's. Pure.
 *
 * @import { FirewallRow } from './firewall.js'
 * @import { Finding } from './findings.js'
 * @import { Translate } from '../ui/texts.js'
 * @typedef {object} ReportParts
 * @property {readonly Finding[]} findings
 * @property {readonly string[]} places where the media server says that it answers
 * @property {readonly FirewallRow[]} firewall
 * @property {string} site
 * @property {string} browser
 * @property {Date} at
 */

/** @param {ReportParts} parts @param {Translate} t */
export function reportText({ findings, places, firewall, site, browser, at }, t) {
  const lines = findings.map((finding) => `${mark(finding, t)} ${t(`stage.check.topic.${finding.topic}`)}: ${valueWords(finding, t)}`);
  const advice = adviceOf(findings, t).map((words) => `- ${words}`);
  return [
    t('stage.check.report.title', site),
    at.toISOString(),
    browser,
    '',
    ...lines,
    ...(places.length > 0 ? ['', t('stage.check.report.places', places.join(', '))] : []),
    ...(advice.length > 0 ? ['', t('stage.check.advice'), ...advice] : []),
    '',
    t('stage.firewall'),
    firewallText(firewall, t),
    '',
  ].join('\n');
}

/** @param {Finding} finding @param {Translate} t */
export function valueWords({ value, values }, t) {
  const numbers = new Intl.NumberFormat(globalThis.document?.documentElement.lang || 'en');
  return t(`stage.check.value.${value}`, ...values.map((one) => (typeof one === 'number' ? numbers.format(one) : one)));
}

/** The advice, without duplicates. @param {readonly Finding[]} findings @param {Translate} t */
export function adviceOf(findings, t) {
  return [...new Set(findings.flatMap(({ advice }) => (advice ? [advice] : [])))].map((advice) => t(`stage.check.advice.${advice}`));
}

/** @param {Finding} finding @param {Translate} t */
function mark({ verdict }, t) {
  return `[${t(`stage.check.verdict.${verdict}`)}]`;
}
