// Recordings made by hand, for tests of everything that reads traces. It keeps the world while it
// records, so that `send` knows by itself whether it completes, hands over or blocks.

import type { Recording, TraceSite } from '../recording.ts';
import { unknownSite } from '../recording.ts';
import type {
  EventKindName,
  GoroutineId,
  ObjectId,
  ObjectKind,
  SelectRecordCase,
  TraceEvent,
  TraceObject,
} from '../trace-event.ts';
import { goroutineId, objectId } from '../trace-event.ts';
import { WorldFold } from '../world-fold.ts';
import type { ChannelState, ObjectState, WorldState } from '../world.ts';

interface Columns {
  readonly object?: number;
  readonly other?: number;
  readonly number?: number;
  readonly processor?: number;
  readonly text?: string;
  readonly line?: number;
  readonly operand?: string;
  readonly goroutineName?: string;
  readonly caseTexts?: readonly string[];
  readonly cases?: readonly SelectRecordCase[];
  readonly chosen?: number;
  readonly woken?: number;
}

/** A case of a select in a test: a channel to receive from, or a channel and a value to send. */
export interface TestCase {
  readonly channel: ObjectId;
  readonly send?: string;
}

export class RecordingBuilder {
  private readonly events: TraceEvent[] = [];
  private readonly objects: TraceObject[] = [];
  private readonly sites: TraceSite[] = [unknownSite];
  private readonly siteByKey = new Map<string, number>();
  private goroutineCount = 1;
  private readonly fold = new WorldFold(
    { objects: this.objects, nanosecondsPerStatement: 0, processors: 1 },
    null,
  );
  readonly main = goroutineId(1);

  /** The recording so far; later events do not appear in it. */
  recording(): Recording {
    const events = [...this.events];
    return {
      length: events.length,
      readEvent: (index) => {
        const event = events[index];
        if (event === undefined) throw new Error(`no event ${index}`);
        return event;
      },
      objects: [...this.objects],
      sites: [...this.sites],
      nanosecondsPerStatement: 0,
      processors: 1,
    };
  }

  world(): WorldState {
    return this.fold.world();
  }

  /** Any event, with the columns that matter. */
  event(kind: EventKindName, goroutine: number, columns: Columns = {}): void {
    const event: TraceEvent = {
      index: this.events.length,
      kind,
      goroutine: goroutineId(goroutine),
      object: objectId(columns.object ?? 0),
      other: columns.other ?? 0,
      site: this.site(columns),
      statements: this.events.length,
      processor: columns.processor ?? 1,
      ticks: this.events.length,
      number: columns.number ?? 0,
      text: columns.text ?? '',
      select:
        columns.cases === undefined
          ? null
          : {
              cases: columns.cases,
              chosen: columns.chosen ?? -1,
              woken: goroutineId(columns.woken ?? 0),
            },
    };
    this.events.push(event);
    this.fold.apply(event);
  }

  /** Describes an object that appears with the next event. */
  object(kind: ObjectKind, operand: string, line: number, goroutine = 1, capacity = 0): ObjectId {
    const id = objectId(this.objects.length + 1);
    this.objects.push({
      id,
      kind,
      site: this.site({ line, operand }),
      goroutine: goroutineId(goroutine),
      capacity,
      elem: kind === 'channel' ? 'int' : '',
      event: this.events.length,
    });
    return id;
  }

  go(parent: number, name: string, line: number): GoroutineId {
    this.goroutineCount += 1;
    const id = goroutineId(this.goroutineCount);
    this.event('go', parent, { other: id, line, goroutineName: name });
    return id;
  }

  exit(goroutine: number, line: number): void {
    this.event('exit', goroutine, { line });
  }

  makeChan(goroutine: number, name: string, capacity: number, line: number): ObjectId {
    const id = this.object('channel', name, line, goroutine, capacity);
    this.event('makeChan', goroutine, { object: id, number: capacity, line, operand: name });
    return id;
  }

  /** Sends or blocks, as the channel's state says. */
  send(goroutine: number, channel: ObjectId, value: string, line: number): void {
    const state = this.channel(channel);
    const columns = { object: channel, text: value, line, operand: this.nameOf(channel) };
    const receiver = state.receiveQueue[0];
    if (receiver !== undefined) {
      this.event('send', goroutine, { ...columns, other: receiver.goroutine });
    } else if (state.buffer.length < state.capacity) this.event('send', goroutine, columns);
    else this.event('blockSend', goroutine, columns);
  }

  /** Receives or blocks, as the channel's state says. */
  receive(goroutine: number, channel: ObjectId, line: number): void {
    const state = this.channel(channel);
    const columns = { object: channel, line, operand: this.nameOf(channel) };
    const sender = state.sendQueue[0];
    const text = state.buffer[0] ?? sender?.value;
    if (text !== undefined) {
      this.event('receive', goroutine, { ...columns, text, other: sender?.goroutine ?? 0 });
    } else this.event(state.closed ? 'receiveClosed' : 'blockReceive', goroutine, columns);
  }

  /** Takes case `chosen` of a select, or blocks (-1), or takes the default clause ('default'). */
  select(
    goroutine: number,
    cases: readonly TestCase[],
    chosen: number | 'default',
    line: number,
  ): void {
    const recorded: SelectRecordCase[] = cases.map(({ channel, send }) => ({
      direction: send === undefined ? 'receive' : 'send',
      channel,
      value: send ?? '',
    }));
    const caseTexts = cases.map(({ channel, send }) =>
      send === undefined ? `<-${this.nameOf(channel)}` : `${this.nameOf(channel)} <- v`,
    );
    if (chosen === 'default') caseTexts.push('default');
    const columns = { cases: recorded, line, caseTexts };
    const taken = chosen === 'default' ? undefined : cases[chosen];
    if (taken === undefined) {
      this.event(chosen === 'default' ? 'selectDefault' : 'blockSelect', goroutine, columns);
      return;
    }
    const state = this.channel(taken.channel);
    const queue = taken.send === undefined ? state.sendQueue : state.receiveQueue;
    const at = { chosen: Number(chosen), woken: queue[0]?.goroutine ?? 0, object: taken.channel };
    if (taken.send !== undefined) {
      this.event('selectSend', goroutine, { ...columns, ...at, text: taken.send });
      return;
    }
    const text = state.buffer[0] ?? queue[0]?.value;
    if (text === undefined) this.event('selectReceiveClosed', goroutine, { ...columns, ...at });
    else this.event('selectReceive', goroutine, { ...columns, ...at, text });
  }

  private channel(id: ObjectId): ChannelState {
    const state: ObjectState | undefined = this.fold.world().objects.get(id);
    if (state?.kind !== 'channel') throw new Error(`object ${id} is not a channel`);
    return state;
  }

  private nameOf(id: ObjectId): string {
    const object = this.objects[id - 1];
    return this.sites[object?.site ?? 0]?.operand ?? '';
  }

  /** A place that is in the program though nothing has happened there yet. */
  place(operation: TraceSite['operation'], operand: string, line: number): void {
    const id = this.site({ line, operand });
    const site = this.sites[id];
    if (site !== undefined) this.sites[id] = { ...site, operation };
  }

  private site(columns: Columns): number {
    if (columns.line === undefined) return 0;
    const { line, operand = '', goroutineName = '', caseTexts = [] } = columns;
    const key = `${line}|${operand}|${goroutineName}|${caseTexts.join(',')}`;
    const known = this.siteByKey.get(key);
    if (known !== undefined) return known;
    const id = this.sites.length;
    this.sites.push({
      ...unknownSite,
      id,
      file: 'main.go',
      line,
      column: 1,
      func: 'main.main',
      operand,
      goroutineName,
      caseTexts,
    });
    this.siteByKey.set(key, id);
    return id;
  }
}
