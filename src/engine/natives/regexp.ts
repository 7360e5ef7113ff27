// Natives of package regexp. A Regexp in Go holds only its pattern: programs are functions of the
// pattern, and remembered here for speed alone. All are pure.

import { Slice } from '../machine/value.ts';
import { compilePattern, type Program } from './regexp/compile-pattern.ts';
import { literalPrefix } from './regexp/literal-prefix.ts';
import { parsePattern } from './regexp/parse-pattern.ts';
import { isDecided, runPattern } from './regexp/run-pattern.ts';
import { PatternError } from './regexp/syntax-tree.ts';
import { decodeRunePacked, packedSize } from '../base/utf8.ts';

const maxRemembered = 1000;
const remembered = new Map<string, Program | PatternError>();

function compiled(pattern: string, posix: boolean): Program | PatternError {
  const key = `${posix ? 'P' : 'p'}${pattern}`;
  let program = remembered.get(key);
  if (program === undefined) {
    program = compileOrError(pattern, posix);
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(key, program);
  }
  return program;
}

function compileOrError(pattern: string, posix: boolean): Program | PatternError {
  try {
    return compilePattern(parsePattern(pattern, posix));
  } catch (thrown) {
    if (thrown instanceof PatternError) return thrown;
    throw thrown;
  }
}

function programOf(pattern: string, posix: boolean): Program {
  const program = compiled(pattern, posix);
  if (program instanceof PatternError) throw program;
  return program;
}

function sliceOf(values: readonly unknown[]): Slice {
  return new Slice([...values], 0, values.length, values.length);
}

/** Error code and expression, both '' if the pattern is good; names of groups. */
function check(pattern: string, posix: boolean): [string, string, Slice] {
  const program = compiled(pattern, posix);
  if (program instanceof PatternError) return [program.code, program.expr, sliceOf([])];
  return ['', '', sliceOf(program.names)];
}

/** Places of the leftmost match and its groups, none without one. */
function find(
  pattern: string,
  posix: boolean,
  longest: boolean,
  text: string,
  from: number,
  slots: number,
): Slice {
  return sliceOf(runPattern(programOf(pattern, posix), text, from, slots, longest) ?? []);
}

/** Whether reading on cannot change what `find` gives. */
function decided(
  pattern: string,
  posix: boolean,
  longest: boolean,
  text: string,
  slots: number,
): boolean {
  return isDecided(programOf(pattern, posix), text, slots, longest);
}

/** The same of up to `max` matches one after the other (all if negative). */
function findAll(
  pattern: string,
  posix: boolean,
  longest: boolean,
  text: string,
  max: number,
  slots: number,
): Slice {
  const program = programOf(pattern, posix);
  const places: number[] = [];
  let count = 0;
  for (let at = 0, previousEnd = -1; at <= text.length && count !== max; ) {
    const found = runPattern(program, text, at, slots, longest);
    if (found === null) break;
    const [start = 0, end = 0] = found;
    // An empty match right after another does not count.
    const accepted = end !== at || start !== previousEnd;
    if (end !== at) at = end;
    else at += at < text.length ? packedSize(decodeRunePacked(text, at)) : 1;
    previousEnd = end;
    if (!accepted) continue;
    places.push(...found);
    count++;
  }
  return sliceOf(places);
}

function prefix(pattern: string, posix: boolean): [string, boolean] {
  return literalPrefix(programOf(pattern, posix));
}

export const regexpNatives = {
  'regexp.check': check,
  'regexp.find': find,
  'regexp.decided': decided,
  'regexp.findAll': findAll,
  'regexp.literalPrefix': prefix,
};
