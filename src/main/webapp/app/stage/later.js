/**
 * The meeting's page and its texts, which come after the door has been shown.
 *
 * @import { meetingPage } from './meeting-page.js'
 * @param {Record<string, string>} texts of the door; get those of the meeting added
 * @returns {Promise<typeof meetingPage | null>} null when this server is another release, and has them no more
 */
export async function fetchMeetingPage(texts) {
  try {
    const [page, more] = await Promise.all([import('./meeting-page.js'), fetchTexts()]);
    Object.assign(texts, more);
    return page.meetingPage;
  } catch {
    return null;
  }
}

/** They lie beside the module, in each language. @returns {Promise<Record<string, string>>} */
async function fetchTexts() {
  const answer = await fetch(new URL(`./meeting-page.${document.documentElement.lang}.json`, import.meta.url));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
