// Import paths that no package can have.

import { expect, it } from 'vitest';
import { pathProblemOrNull } from './import-path.ts';

it.each([
  ['/foo', `"/foo" is not a package path; see 'go help packages'`],
  ['unicode//utf8', 'malformed import path "unicode//utf8": double slash'],
  ['fmt/', 'malformed import path "fmt/": trailing slash'],
  ['日本', `malformed import path "日本": invalid char '日'`],
  ['a/.../b', 'malformed import path "a/.../b": invalid path element "..."'],
  ['foo.', 'malformed import path "foo.": trailing dot in path element'],
  ['-x', 'malformed import path "-x": leading dash'],
  ['a~1', 'malformed import path "a~1": trailing tilde and digits in path element'],
  [
    'x/aux.go/y',
    'malformed import path "x/aux.go/y": "aux" disallowed as path element component on Windows',
  ],
])('%s is refused', (path, message) => {
  expect(pathProblemOrNull(path)).toBe(message);
});

it.each(['fmt', 'a+b', 'net/http', 'golang.org/x/tools', 'gopkg.in/yaml.v3', 'a_b/~c', 'Fmt'])(
  '%s may be a package',
  (path) => {
    expect(pathProblemOrNull(path)).toBe(null);
  },
);
