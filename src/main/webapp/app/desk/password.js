import { PasswordKeeper } from '../session/passwords.js';
import { afterAnswers } from './faces.js';

/** A password that is set here is known to the meeting's tab, where the desk stands beside its stage: its invitations name it. @param {HTMLElement} main */
export function keepPassword(main) {
  const keeper = new PasswordKeeper(window.location.pathname.split('/').at(-2) ?? '');
  let typed = '';
  main.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('#password-set')) typed = /** @type {HTMLInputElement} */ (document.getElementById('password')).value.trim();
  });
  afterAnswers(() => {
    if (typed && !main.querySelector('.ui-messages-error')) keeper.keep(typed);
    typed = '';
  });
}
