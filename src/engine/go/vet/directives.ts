// `//go:debug` and `//go:build` comments where they have no effect.

import type { Comment, File } from '../syntax/ast.ts';
import type { Analyzer, Pass } from './pass.ts';

export const directive: Analyzer = {
  name: 'directive',
  run(pass) {
    forEachComment(pass, (comment, file) => {
      if (!/^\/\/go:debug(?:\s|$)/.test(comment.text)) return;
      const isTest = file.source.name.endsWith('_test.go');
      if (file.name.name !== 'main' && !isTest) {
        pass.report(comment.pos, '//go:debug directive only valid in package main or test');
      } else if (comment.pos >= file.packagePos) {
        pass.report(comment.pos, '//go:debug directive only valid before package declaration');
      }
    });
  },
};

export const buildtag: Analyzer = {
  name: 'buildtag',
  run(pass) {
    const withLine = new Set<File>();
    forEachComment(pass, ({ text, pos }, file) => {
      if (!text.startsWith('//')) return;
      if (/^\/\/\s+go:build(?:\s|$)/.test(text) && text.includes('//go:build')) {
        pass.report(pos, 'malformed //go:build line (space between // and go:build)');
      }
      if (!/^\/\/go:build(?:\s|$)/.test(text)) return;
      if (pos >= file.packagePos) pass.report(pos, 'misplaced //go:build comment');
      else if (withLine.has(file)) pass.report(pos, 'unexpected extra //go:build line');
      withLine.add(file);
    });
  },
};

function forEachComment(pass: Pass, visit: (comment: Comment, file: File) => void): void {
  for (const file of pass.files) for (const comment of file.comments) visit(comment, file);
}
