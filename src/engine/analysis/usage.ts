// Who used what, over a whole run: the ground on which pictures draw wires and explanations say who
// could have helped. Built once per recording.
// Invariant: a use is counted when it was asked for, whether it completed or blocked.

import type { Recording } from '../trace/recording.ts';
import { siteOf } from '../trace/recording.ts';
import type { GoroutineId, ObjectId, SelectRecord, TraceEvent } from '../trace/trace-event.ts';
import { goroutineId, objectId } from '../trace/trace-event.ts';

/** What a goroutine does with an object. */
export type Role =
  | 'send'
  | 'receive'
  | 'close'
  | 'lock'
  | 'readLock'
  | 'unlock'
  | 'add'
  | 'done'
  | 'wait'
  | 'once'
  | 'condWait'
  | 'notify'
  | 'timer'
  | 'atomic';

/** All uses of one object by one goroutine in one role. */
export interface Use {
  readonly goroutine: GoroutineId;
  readonly object: ObjectId;
  readonly role: Role;
  /** Indices of the first and last event. */
  readonly first: number;
  readonly last: number;
  /** Site of the last. */
  readonly site: number;
  readonly count: number;
  /** How often it had to wait for it. */
  readonly blocked: number;
  /** Length of the longest value it waited to send. */
  readonly widest: number;
  /** Length of the longest value that went either way. */
  readonly longest: number;
}

export interface GoroutineFacts {
  readonly id: GoroutineId;
  /** 0 for main and goroutines started by timers. */
  readonly parent: GoroutineId;
  /** Index of the go event; -1 for main. */
  readonly createdAt: number;
  /** Index of the exit event; -1 if it never ended. */
  readonly exitedAt: number;
  /** Site of the go statement. */
  readonly createdBy: number;
}

/** A select statement as one goroutine has executed it. */
export interface SelectUse {
  readonly goroutine: GoroutineId;
  readonly site: number;
  /** Per case: the channels it has had, in order; none if it was always nil. */
  readonly cases: readonly SelectUseCase[];
}

export interface SelectUseCase {
  readonly direction: 'send' | 'receive';
  readonly channels: ReadonlySet<ObjectId>;
}

export interface TimerStart {
  readonly event: number;
  readonly at: number;
}

export interface Usage {
  /** By first use. */
  readonly uses: readonly Use[];
  readonly byObject: ReadonlyMap<ObjectId, readonly Use[]>;
  readonly byGoroutine: ReadonlyMap<GoroutineId, readonly Use[]>;
  /** By id, main first. */
  readonly goroutines: readonly GoroutineFacts[];
  /** Timer object → its channel. */
  readonly timerChannels: ReadonlyMap<ObjectId, ObjectId>;
  readonly selects: readonly SelectUse[];
  /** Timer object → when it was set, in order: index of the event and virtual time then. */
  readonly timerStarts: ReadonlyMap<ObjectId, readonly TimerStart[]>;
  /** What the source calls an object at its first use that calls it anything. */
  readonly names: ReadonlyMap<ObjectId, string>;
  /** Index of the deadlock event; -1 if there is none. */
  readonly deadlockAt: number;
}

interface OpenSelect extends SelectUse {
  readonly cases: readonly {
    readonly direction: 'send' | 'receive';
    readonly channels: Set<ObjectId>;
  }[];
}

interface OpenUse {
  goroutine: GoroutineId;
  object: ObjectId;
  role: Role;
  first: number;
  last: number;
  site: number;
  count: number;
  blocked: number;
  widest: number;
  longest: number;
}

/** Reads the whole recording once. */
export function usageOf(recording: Recording): Usage {
  const collector = new UsageReader(recording);
  for (let i = 0; i < recording.length; i++) collector.read(recording.readEvent(i));
  return collector.usage();
}

/** Takes the events of a recording one by one, in order. */
export class UsageReader {
  private readonly open = new Map<string, OpenUse>();
  private readonly goroutines = new Map<GoroutineId, GoroutineFacts>();
  private readonly timerChannels = new Map<ObjectId, ObjectId>();
  private readonly names = new Map<ObjectId, string>();
  private readonly recording: Recording;
  private readonly selects = new Map<string, OpenSelect>();
  private readonly timerStarts = new Map<ObjectId, TimerStart[]>();
  private jumped = 0;
  private deadlockAt = -1;

  constructor(recording: Recording) {
    this.recording = recording;
    const main = goroutineId(1);
    const parent = goroutineId(0);
    this.goroutines.set(main, { id: main, parent, createdAt: -1, exitedAt: -1, createdBy: 0 });
  }

  read(event: TraceEvent): void {
    if (event.kind === 'go') {
      const id = goroutineId(event.other);
      this.goroutines.set(id, {
        id,
        parent: event.goroutine,
        createdAt: event.index,
        exitedAt: -1,
        createdBy: event.site,
      });
      return;
    }
    if (event.kind === 'exit') {
      const facts = this.goroutines.get(event.goroutine);
      if (facts !== undefined) {
        this.goroutines.set(event.goroutine, { ...facts, exitedAt: event.index });
      }
      return;
    }
    if (event.kind === 'timerStart' && event.other !== 0) {
      this.timerChannels.set(event.object, objectId(event.other));
    }
    if (event.kind === 'clockJump') this.jumped += event.number;
    if (event.kind === 'timerStart' || event.kind === 'timerReset') this.startTimer(event);
    if (event.kind === 'deadlock') this.deadlockAt = event.index;
    if (event.goroutine === 0) return;
    const site = siteOf(this.recording, event.site);
    event.select?.cases.forEach((part, i) => {
      if (part.channel === 0) return;
      this.add(event, part.channel, part.direction, part.value);
      this.call(part.channel, channelIn(site.caseTexts[i] ?? '', part.direction));
    });
    if (event.select !== null) this.addSelect(event, event.select);
    if (event.object !== 0 && event.select === null) this.call(event.object, site.operand);
    const role = event.select === null ? roleOf(event) : null;
    if (role !== null && event.object !== 0) this.add(event, event.object, role, event.text);
  }

  usage(): Usage {
    const uses = [...this.open.values()].sort((a, b) => a.first - b.first);
    return {
      uses,
      byObject: grouped(uses, (use) => use.object),
      byGoroutine: grouped(uses, (use) => use.goroutine),
      goroutines: [...this.goroutines.values()].sort((a, b) => a.id - b.id),
      timerChannels: this.timerChannels,
      selects: [...this.selects.values()],
      timerStarts: this.timerStarts,
      names: this.names,
      deadlockAt: this.deadlockAt,
    };
  }

  private startTimer(event: TraceEvent): void {
    const at = this.jumped + event.ticks * this.recording.nanosecondsPerStatement;
    const starts = this.timerStarts.get(event.object);
    const start = { event: event.index, at };
    if (starts === undefined) this.timerStarts.set(event.object, [start]);
    else starts.push(start);
  }

  private addSelect(event: TraceEvent, record: SelectRecord): void {
    const { goroutine, site } = event;
    const key = `${goroutine} ${site}`;
    let known = this.selects.get(key);
    if (known === undefined) {
      const cases = record.cases.map(({ direction }) => ({
        direction,
        channels: new Set<ObjectId>(),
      }));
      known = { goroutine, site, cases };
      this.selects.set(key, known);
    }
    record.cases.forEach(({ channel }, i) => {
      if (channel !== 0) known.cases[i]?.channels.add(channel);
    });
  }

  private call(object: ObjectId, name: string): void {
    if (name !== '' && !this.names.has(object)) this.names.set(object, name);
  }

  private add(event: TraceEvent, object: ObjectId, role: Role, text: string): void {
    const blocked = event.kind.startsWith('block') ? 1 : 0;
    const widest = blocked === 1 && role === 'send' ? text.length : 0;
    const key = `${event.goroutine} ${object} ${role}`;
    const known = this.open.get(key);
    if (known === undefined) {
      this.open.set(key, {
        goroutine: event.goroutine,
        object,
        role,
        first: event.index,
        last: event.index,
        site: event.site,
        count: 1,
        blocked,
        widest,
        longest: text.length,
      });
      return;
    }
    known.last = event.index;
    known.site = event.site;
    known.count += 1;
    known.blocked += blocked;
    known.widest = Math.max(known.widest, widest);
    known.longest = Math.max(known.longest, text.length);
  }
}

/** The channel's text in a case: `jobs` of `jobs <- j`, `results` of `r, ok := <-results`. */
function channelIn(caseText: string, direction: 'send' | 'receive'): string {
  const arrow = caseText.indexOf('<-');
  if (arrow < 0) return '';
  const text = direction === 'send' ? caseText.slice(0, arrow) : caseText.slice(arrow + 2);
  return text.trim();
}

/** The role in which an event uses its object; null if it uses none. */
function roleOf(event: TraceEvent): Role | null {
  switch (event.kind) {
    case 'send':
    case 'blockSend':
      return 'send';
    case 'receive':
    case 'receiveClosed':
    case 'blockReceive':
      return 'receive';
    case 'close':
      return 'close';
    case 'lock':
    case 'blockLock':
    case 'tryLockFailed':
      return 'lock';
    case 'readLock':
    case 'blockReadLock':
      return 'readLock';
    case 'unlock':
    case 'readUnlock':
      return 'unlock';
    case 'waitGroupAdd':
      return event.number < 0 ? 'done' : 'add';
    case 'waitGroupWait':
    case 'blockWaitGroup':
      return 'wait';
    case 'onceBegin':
    case 'onceDone':
    case 'onceSkip':
      return 'once';
    case 'blockCond':
      return 'condWait';
    case 'signal':
    case 'broadcast':
      return 'notify';
    case 'timerStart':
    case 'timerStop':
    case 'timerReset':
      return 'timer';
    case 'atomic':
      return 'atomic';
    default:
      return null;
  }
}

function grouped<K>(uses: readonly Use[], key: (use: Use) => K): ReadonlyMap<K, readonly Use[]> {
  const groups = new Map<K, Use[]>();
  for (const use of uses) {
    const group = groups.get(key(use));
    if (group === undefined) groups.set(key(use), [use]);
    else group.push(use);
  }
  return groups;
}
