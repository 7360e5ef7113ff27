// Sets the theme before the first paint, so that a dark page never flashes white. A plain script of
// its own file because the page's policy allows no inline script. The app writes the same key.
(() => {
  /** @type {string | null} */
  let chosen = null;
  try {
    chosen = localStorage.getItem('interleave.theme');
  } catch {
    // Storage is blocked (a sandboxed frame): the system's preference decides.
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme =
    chosen === 'light' || chosen === 'dark' ? chosen : system;
})();
