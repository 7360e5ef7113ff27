// The states that `npm run shots` photographs. A row names what is seen, where it is found and what
// a person does to get there; pages, panels and errors are added here as they come into being.

/**
 * @typedef {object} ShotState
 * @property {string} name first part of the picture's file name
 * @property {string} path below the site's root, with `#…` where the address carries the state
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [prepare]
 *   brings the page into the state; without it the page is taken as it opens
 */

/** @type {readonly ShotState[]} */
export const shotStates = [{ name: 'playground', path: './' }];

/** Window sizes in CSS pixels: a laptop, a desktop, a small laptop, a phone. */
export const shotSizes = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];

/** @type {readonly ('light' | 'dark')[]} */
export const shotThemes = ['light', 'dark'];
