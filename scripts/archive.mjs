// Splits a txtar archive into its files; what stands above the first is prog.go, as in the Go
// playground. Pure, no Node modules.

/**
 * @param {string} text
 * @returns {{ name: string, text: string }[]}
 */
export function splitArchive(text) {
  const parts = text.split(/^-- (.+) --\n/m);
  const files = [];
  if ((parts[0] ?? '').trim() !== '') files.push({ name: 'prog.go', text: parts[0] ?? '' });
  for (let i = 1; i < parts.length; i += 2) {
    files.push({ name: parts[i] ?? '', text: parts[i + 1] ?? '' });
  }
  return files;
}
