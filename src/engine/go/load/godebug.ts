// The settings of GODEBUG that a program is built with (https://go.dev/doc/godebug): those of old Go
// for an old module, then lines of go.mod or go.work, then `//go:debug` comments. What is known, and
// what the go command says of the rest, is internal/godebugs and cmd/go/internal/load.
// Invariant: a setting that would change what a run does is obeyed, or refused by name.

import type { File } from '../syntax/ast.ts';
import { displayPosition, type Diagnostic } from '../syntax/diagnostic.ts';
import type { Pos } from '../syntax/pos.ts';
import { compareGoVersions } from './versions.ts';

export interface Setting {
  readonly name: string;
  readonly value: string;
}

/**
 * Settings that library and machine here go by: the minor version of Go in which the default
 * changed, and what it was before.
 */
const obeyed: Readonly<Record<string, readonly [minor: number, before: string]>> = {
  panicnil: [21, '1'],
  randseednop: [24, '0'],
  urlmaxqueryparams: [24, '0'],
  urlstrictcolons: [26, '0'],
};

/** Settings that would change what a program sees, but only if they have another value than this. */
const unavailable: Readonly<Record<string, string>> = { fips140: 'off', randautoseed: '1' };

/** Settings that change nothing that a program could see here. */
const withoutEffect: ReadonlySet<string> = new Set(
  `allowmultiplevcs containermaxprocs cryptocustomrand dataindependenttiming decoratemappings
  embedfollowsymlinks execerrdot fips140ems gocachehash gocachetest gocacheverify gotestjsonbuildtext
  htmlmetacontenturlescape http2client http2debug http2server httpcookiemaxnum httplaxcontentlength
  httpmuxgo121 httpservecontentkeepheaders httpservecontentmaxranges installgoroot jstmpllitinterp
  multipartmaxheaders multipartmaxparts multipathtcp netdns netedns0 rsa1024min tarinsecurepath
  tlsmaxrsasize tlsmlkem tlssecpmlkem tlssha1 tracebacklabels updatemaxprocs winreadlinkvolume
  winsymlink x509negativeserial x509rsacrt x509sha256skid x509sslcertoverrideplatform
  x509usefallbackroots x509usepolicies zipinsecurepath`.split(/\s+/),
);

/** Settings that Go no longer has: since which version, and the values it does not take any more. */
const removed: Readonly<Record<string, readonly [minor: number, old: string]>> = {
  asynctimerchan: [27, '12'],
  gotypesalias: [27, '0'],
  tls10server: [27, '1'],
  tls3des: [27, '1'],
  tlskyber: [24, '0'],
  tlsrsakex: [27, '1'],
  tlsunsafeekm: [27, '1'],
  x509keypairleaf: [27, '0'],
  x509sha1: [24, '1'],
};

/** The toolchain whose behaviour is followed. */
export const toolchainVersion = '1.27.3';

/** What is wrong with a setting, or null; `what` is how unknown ones are called. */
export function settingProblemOrNull(what: string, { name, value }: Setting): string | null {
  if (/[ \t]/.test(name)) return 'key contains space';
  if (/[ \t]/.test(value)) return 'value contains space';
  if (name.includes(',')) return 'key contains comma';
  if (value.includes(',')) return 'value contains comma';
  if (name === 'default') return defaultProblemOrNull(value);
  if (Object.hasOwn(obeyed, name) || withoutEffect.has(name)) return null;
  if (Object.hasOwn(unavailable, name)) {
    return value === unavailable[name] ? null : `${name}=${value} is not available in Interleave`;
  }
  const [minor, old = ''] = (Object.hasOwn(removed, name) ? removed[name] : undefined) ?? [];
  if (minor === undefined) return `unknown ${what} ${JSON.stringify(name)}`;
  if (value.length !== 1 || !old.includes(value)) return null;
  const section = `https://go.dev/doc/godebug#go-1${minor}`;
  return `removed GODEBUG "${name}" set to old value "${value}" (${section})`;
}

function defaultProblemOrNull(value: string): string | null {
  if (!/^go\d+(\.\d+((\.|rc|beta)\d+)?)?$/.test(value)) {
    return 'value for default= must be goVERSION';
  }
  if (compareGoVersions(value.slice('go'.length), toolchainVersion) <= 0) return null;
  return `default=${value} too new (toolchain is go${toolchainVersion})`;
}

interface DebugLine {
  readonly pos: Pos;
  readonly end: Pos;
  /** null: it is not one `name=value`. */
  readonly setting: Setting | null;
}

/** `//go:debug` comments above the package clause. */
function debugLines(file: File): readonly DebugLine[] {
  return file.comments.flatMap(({ pos, end, text }) => {
    const [, rest] = /^\/\/go:debug(|[ \t].*)$/s.exec(text) ?? [];
    if (rest === undefined || pos >= file.packagePos) return [];
    const [, name, value] = /^([^=]*)=(.*)$/s.exec(rest.trim()) ?? [];
    const setting = name === undefined || value === undefined ? null : { name, value };
    return [{ pos, end, setting }];
  });
}

/** What the go command says of the `//go:debug` lines of a package; it then compiles nothing. */
export function debugProblems(files: readonly File[]): readonly Diagnostic[] {
  const seen = new Map<string, string>();
  return files.flatMap((file) =>
    debugLines(file).flatMap(({ pos, end, setting }): Diagnostic[] => {
      const complain = (message: string): Diagnostic[] => [
        { code: 'load', severity: 'error', pos, end, message },
      ];
      const problem =
        setting === null
          ? 'missing key=value'
          : settingProblemOrNull('//go:debug setting', setting);
      if (setting === null || problem !== null) return complain(`invalid //go:debug: ${problem}`);
      const at = displayPosition(file.source, pos);
      const before = seen.get(setting.name);
      if (before === undefined) {
        seen.set(setting.name, at);
        return [];
      }
      return complain(`repeated //go:debug for ${setting.name}\n\t${before}: previous //go:debug`);
    }),
  );
}

/** What the main module, or the workspace, says. */
export interface ModuleSettings {
  /** "go1.20"; null: the newest. */
  readonly goVersion: string | null;
  readonly settings: readonly Setting[];
}

/** All settings of a program that matter here, `name=value` with commas between. */
export function builtInSettings(module: ModuleSettings, files: readonly File[]): string {
  const lines = files.flatMap((file) => debugLines(file).map(({ setting }) => setting));
  const set = new Map<string, string>();
  for (const setting of [...module.settings, ...lines]) {
    if (setting !== null) set.set(setting.name, setting.value);
  }
  const version = set.get('default') ?? module.goVersion;
  const minor = Number(/^go1\.(\d+)/.exec(version ?? '')?.[1] ?? Number.POSITIVE_INFINITY);
  return Object.entries(obeyed)
    .flatMap(([name, [changed, before]]) => {
      const value = set.get(name) ?? (minor < changed ? before : undefined);
      return value === undefined ? [] : [`${name}=${value}`];
    })
    .join(',');
}
