import { tellSignedIn } from '../platform/signing-in.js';

/** The window in which somebody has signed in beside a meeting: it tells the meeting, and goes. */
tellSignedIn();
window.close();
