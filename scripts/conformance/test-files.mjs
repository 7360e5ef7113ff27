// The files that tests find in their folder, as Go text that writes them into the files in memory:
// the folder's own and those of its testdata, as far as they are small.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A package's tests rarely read more, and all of it is compiled. */
const mostBytes = 400_000;

/**
 * @param {string} folder of the real package
 * @param {string} path its import path
 * @param {string} header its package clause
 */
export function fileSetup(folder, path, header) {
  const files = [...filesIn(folder, 'testdata'), ...ownFiles(folder)];
  let left = mostBytes;
  const rows = files.flatMap((name) => {
    const path = join(folder, name);
    const { size } = statSync(path);
    if (size > left) return [];
    left -= size;
    return [`\t{${literal(Buffer.from(name))}, ${literal(readFileSync(path))}},\n`];
  });
  return `${header}

import conformanceos "os"

var conformanceFiles = func() bool {
	conformanceos.MkdirAll("/usr/local/go/src/${path}", 0o755)
	conformanceos.Chdir("/usr/local/go/src/${path}")
	for _, name := range []string{${namesOf(folder, '', true)}} {
		conformanceos.Mkdir(name, 0o755)
	}
	for _, name := range []string{${namesOf(folder, '..', false)}} {
		conformanceos.WriteFile(name, nil, 0o644)
	}
	for _, file := range [][2]string{
${rows.join('')}	} {
		for i := range file[0] {
			if file[0][i] == '/' {
				conformanceos.Mkdir(file[0][:i], 0o755)
			}
		}
		conformanceos.WriteFile(file[0], []byte(file[1]), 0o644)
	}
	return true
}()
`;
}

/**
 * Go strings for the folders or the files that lie at a place beside a folder, seen from there.
 * @param {string} folder
 * @param {string} place
 * @param {boolean} folders
 */
function namesOf(folder, place, folders) {
  return readdirSync(join(folder, place), { withFileTypes: true })
    .filter((entry) => (folders ? entry.isDirectory() : entry.isFile()))
    .map(({ name }) => literal(Buffer.from(join(place, name))))
    .join(', ');
}

/** Names of the files directly in a folder. @param {string} folder */
function ownFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

/**
 * Paths below `folder` of the files in a folder of it and its folders; none if it is not there.
 * @param {string} folder
 * @param {string} inner
 * @returns {string[]}
 */
function filesIn(folder, inner) {
  const path = join(folder, inner);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const name = `${inner}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(folder, name);
    return entry.isFile() ? [name] : [];
  });
}

/** A Go string literal of any bytes. @param {Buffer} bytes */
function literal(bytes) {
  const text = bytes.toString('latin1').replace(/[^ !#-[\]-~]/g, escaped);
  return `"${text}"`;
}

/** @param {string} byte */
function escaped(byte) {
  if (byte === '\n') return '\\n';
  return `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
