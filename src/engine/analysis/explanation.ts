// Why nothing can move, in numbered sentences that match the numbered edges of the picture: who
// waits for what, who could supply it, why that one cannot. It says what the run shows and nothing
// more: whoever never did a thing is never said to be the one who would.

import type { GoroutineId, ObjectId } from '../trace/trace-event.ts';
import type { ObjectState, WorldState } from '../trace/world.ts';
import { code, goroutines, objectName, place, type Sentence, value, words } from './sentence.ts';
import type { Role, Usage } from './usage.ts';
import type { CycleLink, Supply, Wait, WaitForGraph } from './wait-for-graph.ts';

/** One numbered sentence and the edge of the picture it belongs to. */
export interface ExplanationStep {
  /** From 1. */
  readonly number: number;
  readonly sentence: Sentence;
  readonly edge: ExplainedEdge;
}

export type ExplainedEdge =
  | { readonly kind: 'waits'; readonly goroutine: GoroutineId; readonly object: ObjectId }
  | { readonly kind: 'supplies'; readonly object: ObjectId; readonly goroutine: GoroutineId };

export interface Explanation {
  /** `cycle`: they wait for each other; `nobody`: nobody holds the other end. */
  readonly kind: 'cycle' | 'nobody' | 'nothing';
  readonly steps: readonly ExplanationStep[];
  /** What is true of all who are not in the steps. */
  readonly rest: Sentence;
}

interface Teller {
  readonly usage: Usage;
  readonly world: WorldState;
  readonly graph: WaitForGraph;
}

/** At most this many goroutines are told of one by one when there is no cycle. */
const tellLimit = 6;

/** The explanation of a world in which nothing can run; `nothing` when nobody waits. */
export function explain(usage: Usage, world: WorldState, graph: WaitForGraph): Explanation {
  const teller = { usage, world, graph };
  if (graph.waits.length === 0) return { kind: 'nothing', steps: [], rest: [] };
  return graph.cycle.length > 0 ? explainCycle(teller) : explainLoneWaits(teller);
}

function explainCycle(teller: Teller): Explanation {
  const { cycle, waits } = teller.graph;
  const steps: ExplanationStep[] = [];
  cycle.forEach((link, i) => {
    const before = i === 0 ? null : (cycle[i - 1] ?? null);
    const { goroutine } = link.wait;
    const { object } = link.wait;
    steps.push({
      number: steps.length + 1,
      sentence: waitSentence(teller, link.wait, before),
      edge: { kind: 'waits', goroutine, object },
    });
    steps.push({
      number: steps.length + 1,
      sentence: supplySentence(teller, link, i === cycle.length - 1),
      edge: { kind: 'supplies', object, goroutine: link.supply.goroutine },
    });
  });
  const inCycle = new Set(cycle.map((link) => link.wait.goroutine));
  const others = [...new Set(waits.map((wait) => wait.goroutine))].filter((id) => !inCycle.has(id));
  const verb = others.length === 1 ? ' waits too.' : ' wait too.';
  return {
    kind: 'cycle',
    steps,
    rest: others.length === 0 ? [] : [goroutines(...others), words(verb)],
  };
}

/** `**main** waits in wg.Wait() for worker 1, 2 and 3. L32` */
function waitSentence(teller: Teller, wait: Wait, before: CycleLink | null): Sentence {
  const at: Sentence = [words(' '), place(siteOf(teller.world, wait.goroutine))];
  const subject: Sentence = before === null ? [goroutines(wait.goroutine)] : [words('It')];
  const start: Sentence = before === null ? [] : [words(cannotText(before.supply))];
  return [...start, ...subject, ...wantSentence(teller, wait), ...at];
}

/** Why the supplier of the edge before does not do it. */
function cannotText(supply: Supply): string {
  switch (supply.how) {
    case 'done':
      return 'It cannot finish. ';
    case 'unlock':
      return 'It cannot unlock. ';
    case 'return':
      return 'It cannot return. ';
    case 'send':
      return 'It cannot send. ';
    case 'receive':
      return 'It cannot receive. ';
    case 'signal':
      return 'It cannot signal. ';
  }
}

function siteOf(world: WorldState, id: GoroutineId): number {
  return world.goroutines.get(id)?.site ?? 0;
}

/** ` wants to send 9, but results is full (2/2).` */
function wantSentence(teller: Teller, wait: Wait): Sentence {
  const { world, graph } = teller;
  const object = objectName(wait.object);
  const state = world.objects.get(wait.object);
  if (wait.inSelect) return selectSentence(teller, wait);
  switch (wait.how) {
    case 'send':
      if (wait.object === 0) return [words(' wants to send to a nil channel, which never works.')];
      return [words(' wants to send '), value(wait.value), ...roomSentence(object, state)];
    case 'receive':
      if (wait.object === 0) {
        return [words(' wants to receive from a nil channel, which never works.')];
      }
      return [words(' wants to receive from '), object, words(', and nothing is in it.')];
    case 'lock':
      return [words(' wants to lock '), object, words('.')];
    case 'readLock':
      return [words(' wants to lock '), object, words(' for reading.')];
    case 'wait': {
      const missing = graph.supplies
        .filter((supply) => supply.object === wait.object && supply.how === 'done')
        .map((supply) => supply.goroutine);
      const start = [words(' waits in '), objectName(wait.object, '.Wait()')];
      const counter = state?.kind === 'waitGroup' ? state.counter : 0;
      return missing.length === 0
        ? [...start, words(` until its counter, ${counter}, is 0.`)]
        : [...start, words(' for '), goroutines(...missing), words('.')];
    }
    case 'cond':
      return [words(' waits in '), objectName(wait.object, '.Wait()'), words(' for a signal.')];
    case 'once':
      return [words(' waits in '), objectName(wait.object, '.Do'), words('.')];
    case 'other':
      return otherSentence(teller, wait);
  }
}

function roomSentence(
  object: ReturnType<typeof objectName>,
  state: ObjectState | undefined,
): Sentence {
  if (state?.kind !== 'channel' || state.capacity === 0) {
    return [words(' to '), object, words(', and nobody is there to take it.')];
  }
  return [words(', but '), object, words(` is full (${state.buffer.length}/${state.capacity}).`)];
}

function selectSentence(teller: Teller, wait: Wait): Sentence {
  const mine = teller.graph.waits.filter((other) => other.goroutine === wait.goroutine);
  const verb = wait.how === 'send' ? 'send to ' : 'receive from ';
  const end: Sentence = [words(verb), objectName(wait.object)];
  if (mine.length === 1) return [words(' waits in a select to '), ...end, words('.')];
  return [
    words(` waits in a select. None of its ${mine.length} cases can go ahead; one is to `),
    ...end,
    words('.'),
  ];
}

function otherSentence(teller: Teller, wait: Wait): Sentence {
  const state = teller.world.goroutines.get(wait.goroutine);
  if (state?.waitReason === 'select (no cases)') {
    return [words(' stands in a select without cases, which waits for ever.')];
  }
  if (state?.waitReason === 'select') {
    return [words(' stands in a select over nil channels, which waits for ever.')];
  }
  return [words(' waits: '), code(state?.waitReason ?? ''), words('.')];
}

/** `Nobody receives. Only **main** has, and it waits in wg.Wait().` */
function supplySentence(teller: Teller, link: CycleLink, closing: boolean): Sentence {
  const { wait, supply } = link;
  const object = objectName(wait.object);
  const who = goroutines(supply.goroutine);
  switch (supply.how) {
    case 'unlock':
      if (supply.basis === 'ahead') {
        return [who, words(' waits to write and comes before later readers.')];
      }
      return supply.goroutine === wait.goroutine
        ? [words('It has locked '), object, words(' itself, and not unlocked it.')]
        : [who, words(' holds '), object, words(' and has not unlocked it.')];
    case 'done':
      return supply.basis === 'counts' || closing === false
        ? [who, words(' still counts in '), object, words(': it has not finished.')]
        : [who, words(' has not called '), code('Done'), words(' for the last time.')];
    case 'return':
      return [who, words(' runs the function of '), object, words(', which has not returned.')];
    case 'receive':
      return otherEndSentence(teller, link, closing, ['Nobody receives. ', ' has received from ']);
    case 'send':
      return otherEndSentence(teller, link, closing, ['Nobody sends. ', feedVerb(teller, supply)]);
    case 'signal':
      return otherEndSentence(teller, link, closing, ['Nobody signals. ', ' has signalled ']);
  }
}

/** What a supplier of a channel has done with it: sent to it, or only closed it. */
function feedVerb(teller: Teller, supply: Supply): string {
  const uses = teller.usage.byObject.get(supply.object) ?? [];
  const sent = uses.some(
    (use) =>
      use.goroutine === supply.goroutine && use.role === 'send' && use.first < teller.world.step,
  );
  return sent ? ' has sent to ' : ' has closed ';
}

/** Who has been at the other end before; when the circle closes, what it does now. */
function otherEndSentence(
  teller: Teller,
  link: CycleLink,
  closing: boolean,
  [nobody, verb]: readonly [string, string],
): Sentence {
  const { supply, wait } = link;
  if (supply.basis === 'later') return laterSentence(teller, link, nobody);
  const all = teller.graph.supplies.filter(
    (other) => other.object === supply.object && other.how === supply.how,
  );
  const only = all.length === 1;
  const object = objectName(wait.object);
  const itself = supply.goroutine === wait.goroutine;
  const who: Sentence = itself
    ? [words(only ? 'Only it, itself, ever' : 'It')]
    : [words(only ? 'Only ' : ''), goroutines(supply.goroutine)];
  const start = [words(nobody), ...who, words(verb), object];
  if (!closing || itself) return [...start, words('.')];
  const now = teller.graph.waits.find((other) => other.goroutine === supply.goroutine);
  if (now === undefined) return [...start, words('.')];
  return [...start, words(', and it waits '), ...whereSentence(now)];
}

/** `Nobody receives. Only **main** would, after wg.Wait(). L35` */
function laterSentence(teller: Teller, link: CycleLink, nobody: string): Sentence {
  const { supply, wait } = link;
  const alike = teller.graph.links.filter((other) => other.wait === wait).length;
  const now = teller.graph.waits.find((other) => other.goroutine === supply.goroutine);
  const who: Sentence =
    supply.goroutine === wait.goroutine
      ? [words(alike === 1 ? 'Only it itself' : 'It')]
      : [words(alike === 1 ? 'Only ' : ''), goroutines(supply.goroutine)];
  const after: Sentence = now === undefined ? [] : [words(', after '), ...afterSentence(now)];
  return [words(nobody), ...who, words(' would'), ...after, words('. '), place(supply.site ?? 0)];
}

/** What a goroutine has to get past first: `wg.Wait()`. */
function afterSentence(wait: Wait): Sentence {
  switch (wait.how) {
    case 'wait':
    case 'cond':
      return [objectName(wait.object, '.Wait()')];
    case 'once':
      return [objectName(wait.object, '.Do')];
    case 'send':
      return [words('its send to '), objectName(wait.object)];
    case 'receive':
      return [words('its receive from '), objectName(wait.object)];
    case 'lock':
    case 'readLock':
      return [words('it has locked '), objectName(wait.object)];
    case 'other':
      return [words('this wait')];
  }
}

/** `in wg.Wait().` */
function whereSentence(wait: Wait): Sentence {
  switch (wait.how) {
    case 'wait':
    case 'cond':
      return [words('in '), objectName(wait.object, '.Wait()'), words('.')];
    case 'once':
      return [words('in '), objectName(wait.object, '.Do'), words('.')];
    case 'send':
      return [words('to send to '), objectName(wait.object), words('.')];
    case 'receive':
      return [words('to receive from '), objectName(wait.object), words('.')];
    case 'lock':
    case 'readLock':
      return [words('to lock '), objectName(wait.object), words('.')];
    case 'other':
      return [words('itself.')];
  }
}

/** No cycle: somebody waits for what nobody alive has ever supplied. */
function explainLoneWaits(teller: Teller): Explanation {
  const { waits } = teller.graph;
  const steps: ExplanationStep[] = [];
  const told = new Set<GoroutineId>();
  // Who has nobody at the other end is the root; the others follow from it.
  const lone = waits.filter((wait) => isLone(teller, wait));
  const order = lone.length > 0 ? lone : waits;
  for (const wait of order) {
    if (told.has(wait.goroutine) || told.size >= tellLimit) continue;
    told.add(wait.goroutine);
    const at: Sentence = [words(' '), place(siteOf(teller.world, wait.goroutine))];
    const want = [goroutines(wait.goroutine), ...wantSentence(teller, wait)];
    steps.push({
      number: steps.length + 1,
      sentence: [...want, ...missingSentence(teller, wait), ...at],
      edge: { kind: 'waits', goroutine: wait.goroutine, object: wait.object },
    });
  }
  const others = [...new Set(waits.map((wait) => wait.goroutine))].filter((id) => !told.has(id));
  const verb = others.length === 1 ? ' waits too.' : ' wait too.';
  return {
    kind: 'nobody',
    steps,
    rest: others.length === 0 ? [] : [goroutines(...others), words(verb)],
  };
}

function isLone(teller: Teller, wait: Wait): boolean {
  return !teller.graph.links.some((link) => link.wait === wait);
}

/** ` Nobody has ever sent to ch.`, ` **producer** has, but it has finished.` */
function missingSentence(teller: Teller, wait: Wait): Sentence {
  if (wait.object === 0 || !isLone(teller, wait)) return [];
  switch (wait.how) {
    case 'send':
      return goneSentence(
        teller,
        wait,
        ['receive'],
        [' has received from ', ' has ever received from '],
      );
    case 'receive':
      return goneSentence(teller, wait, ['send', 'close'], [' has sent to ', ' has ever sent to ']);
    case 'cond':
      return goneSentence(teller, wait, ['notify'], [' has signalled ', ' has ever signalled ']);
    case 'wait':
      return [
        words(' Of those who are left, nobody was started for it or has called '),
        code('Done'),
        words('.'),
      ];
    case 'lock':
    case 'readLock': {
      const holders = holdersOf(teller.world.objects.get(wait.object));
      if (holders.length === 0) return [];
      const verb = holders.length === 1 ? ' has finished' : ' have finished';
      return [words(' '), goroutines(...holders), words(`${verb} without unlocking it.`)];
    }
    case 'once':
    case 'other':
      return [];
  }
}

function holdersOf(state: ObjectState | undefined): readonly GoroutineId[] {
  if (state?.kind === 'mutex') return state.holder === 0 ? [] : [state.holder];
  if (state?.kind !== 'rwMutex') return [];
  return state.writer === 0 ? [...new Set(state.readers)] : [state.writer];
}

function goneSentence(
  teller: Teller,
  wait: Wait,
  roles: readonly Role[],
  [did, ever]: readonly [string, string],
): Sentence {
  const object = objectName(wait.object);
  const uses = (teller.usage.byObject.get(wait.object) ?? []).filter(
    (use) => roles.includes(use.role) && use.first < teller.world.step,
  );
  const gone = [...new Set(uses.map((use) => use.goroutine))];
  if (gone.length === 0) return [words(' Nobody'), words(ever), object, words('.')];
  const [verb, end] =
    gone.length === 1
      ? [did, ', but it has finished.']
      : [did.replace(' has ', ' have '), ', but they have finished.'];
  return [words(' '), goroutines(...gone), words(verb), object, words(end)];
}
