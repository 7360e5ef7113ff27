// The Content-Security-Policy of the site, in the built page itself, so that any plain file server
// is safe, and in the headers of `vite preview`, so that every browser test runs under it.
// Invariant: generated code runs in the simulator's worker only. A worker is governed by the policy
// of its own response, so the preview server alone has to let that one file import `blob:` modules;
// a host that sends no policy header needs nothing.

import type { Plugin } from 'vite';

const pageDirectives: readonly string[] = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
];

/** The policy of the page and of every response except the simulator worker's script. */
const pagePolicy = pageDirectives.join('; ');

/** The policy of the simulator worker's script: it imports the code it generated from a blob. */
const simulatorPolicy = "default-src 'self'; script-src 'self' blob:; object-src 'none'";

/** `src/worker/sim.worker.ts` is built to a file of this name. */
export const simulatorScript = /\/sim\.worker-[\w-]+\.js$/;

/** Policy header for a request path, as a careful host would send it. */
export function policyFor(path: string): string {
  return simulatorScript.test(path) ? simulatorPolicy : pagePolicy;
}

/** Writes the policy into the built page and sends it with every response of `vite preview`. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'interleave:content-security-policy',
    transformIndexHtml: {
      order: 'pre',
      handler(_html, context) {
        if (context.server !== undefined) return [];
        const attributes = { 'http-equiv': 'Content-Security-Policy', content: pagePolicy };
        return [{ tag: 'meta', attrs: attributes, injectTo: 'head-prepend' }];
      },
    },
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        response.setHeader('Content-Security-Policy', policyFor(path));
        response.setHeader('X-Content-Type-Options', 'nosniff');
        next();
      });
    },
  };
}
