// The one thing the engine asks of its bundler: the text of the Go library's files. Only
// `texts.ts` may use it. Seen by the engine's own type check, which knows no bundler.

interface ImportMeta {
  glob(
    pattern: string,
    options: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true },
  ): Readonly<Record<string, string>>;
}
