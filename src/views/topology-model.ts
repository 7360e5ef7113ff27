// The graph of a whole run: every goroutine that will ever exist, every object the program really
// used, and who uses what. It is laid out once, so that nothing moves while the run is watched.
// Invariants: nodes are in order of first appearance; more than eight goroutines of one go
// statement are one node, and so are many objects of one site; keys are stable over runs of the
// same program.

import type { Role, Use } from '../engine/analysis/usage.ts';
import type {
  GoroutineId,
  ObjectId,
  ObjectKind,
  TraceObject,
} from '../engine/trace/trace-event.ts';
import { objectId } from '../engine/trace/trace-event.ts';
import { cutText } from './labels.ts';
import type { RunModel } from './run-model.ts';

export interface TopologyNode {
  readonly key: string;
  readonly kind: 'goroutine' | 'stack' | 'object';
  /** Goroutines it stands for; empty for objects. */
  readonly goroutines: readonly GoroutineId[];
  /** Objects it stands for, by creation; empty for goroutines. Timers include their channels. */
  readonly objects: readonly ObjectId[];
  /** null for goroutines. */
  readonly objectKind: ObjectKind | null;
  readonly capacity: number;
  /** `worker 2`, `worker ×100`, `results`. */
  readonly name: string;
  /** Goroutines of one go statement share it and form one column. */
  readonly group: string;
  /** Cases of its selects, if any of them has two or more. */
  readonly fork: readonly ForkCase[];
  /** Longest value anybody waited to send (channels), in characters; 0: nobody waited. */
  readonly widestTicket: number;
  /** Longest monogram of whoever has waited at it (channels), in characters. */
  readonly widestTag: number;
  /** Longest value that went through it (channels), in characters. */
  readonly longestValue: number;
  /** Whether anybody ever waited to receive from it or to enter it. */
  readonly hasQueue: boolean;
  /** How many goroutines have waited at it on one side: no queue can be longer. */
  readonly queueLength: number;
}

/** One tine: the channels of a case and a direction, or the default clause. */
export interface ForkCase {
  /** Nodes of the channels it has had; none for default and for nil channels. */
  readonly nodes: readonly string[];
  readonly direction: 'send' | 'receive' | 'default';
  /** `<-results`, `jobs <- j`, `default`. */
  readonly label: string;
  /** A timer or ticker sends on it: its dial stands above the port. */
  readonly isClock: boolean;
}

/** All that one node does with one object in one direction. */
export interface TopologyEdge {
  readonly key: string;
  readonly goroutineNode: string;
  readonly objectNode: string;
  /** in: the goroutine gives or enters; out: it takes. */
  readonly direction: 'in' | 'out';
  readonly roles: readonly Role[];
  readonly goroutines: readonly GoroutineId[];
}

export interface TopologyGraph {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly nodeOfGoroutine: ReadonlyMap<GoroutineId, string>;
  readonly nodeOfObject: ReadonlyMap<ObjectId, string>;
}

/** More goroutines of one go statement than this are one stack card. */
export const stackLimit = 8;
/** More objects of one site than this are one node, which shows the newest. */
const objectLimit = 8;

/** The union topology of a run. */
export function modelTopology(run: RunModel): TopologyGraph {
  const nodeOfGoroutine = new Map<GoroutineId, string>();
  const nodeOfObject = new Map<ObjectId, string>();
  const objects = objectNodes(run, nodeOfObject);
  const goroutines = goroutineNodes(run, nodeOfGoroutine);
  const edges = edgesOf(run, nodeOfGoroutine, nodeOfObject);
  const forks = forksOf(run, nodeOfGoroutine, nodeOfObject);
  const nodes = goroutines.map((node) => ({ ...node, fork: forks.get(node.key) ?? [] }));
  return { nodes: [...nodes, ...objects], edges, nodeOfGoroutine, nodeOfObject };
}

function goroutineNodes(run: RunModel, nodeOf: Map<GoroutineId, string>): TopologyNode[] {
  const groups = new Map<string, GoroutineId[]>();
  for (const { id, createdBy, createdAt } of run.usage.goroutines) {
    const group = createdAt < 0 ? 'main' : `${createdBy} ${run.labels.goroutine(id).base}`;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [id]);
    else members.push(id);
  }
  const nodes: TopologyNode[] = [];
  for (const [group, ids] of groups) {
    const [first] = ids;
    if (first === undefined) continue;
    const parts = ids.length > stackLimit ? [ids] : ids.map((id) => [id]);
    for (const part of parts) {
      const id = part[0] ?? first;
      const label = run.labels.goroutine(id);
      const isStack = part.length > 1;
      const key = isStack ? `stack ${group}` : `g${id}`;
      for (const member of part) nodeOf.set(member, key);
      nodes.push({
        key,
        kind: isStack ? 'stack' : 'goroutine',
        goroutines: part,
        objects: [],
        objectKind: null,
        capacity: 0,
        name: isStack ? `${label.base} ×${part.length}` : label.name,
        group,
        fork: [],
        widestTicket: 0,
        widestTag: 0,
        longestValue: 0,
        hasQueue: false,
        queueLength: 0,
      });
    }
  }
  return nodes;
}

function objectNodes(run: RunModel, nodeOf: Map<ObjectId, string>): TopologyNode[] {
  const groups = new Map<string, TraceObject[]>();
  const timers = new Set(run.usage.timerChannels.values());
  for (const object of run.recording.objects) {
    const isTimer = object.kind === 'timer' || object.kind === 'ticker';
    if (timers.has(object.id)) continue;
    const uses = run.usage.byObject.get(object.id) ?? [];
    if (!isTimer && uses.length === 0) continue;
    const group = `${object.kind} ${object.site} ${run.labels.object(object.id).base}`;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [object]);
    else members.push(object);
  }
  const nodes: TopologyNode[] = [];
  for (const members of groups.values()) {
    const isTimer = members[0]?.kind === 'timer' || members[0]?.kind === 'ticker';
    const limit = isTimer ? 1 : objectLimit;
    const parts = members.length > limit ? [members] : members.map((object) => [object]);
    for (const part of parts) {
      const node = objectNode(run, part);
      if (node === null) continue;
      for (const id of node.objects) nodeOf.set(id, node.key);
      nodes.push(node);
    }
  }
  return nodes;
}

function objectNode(run: RunModel, part: readonly TraceObject[]): TopologyNode | null {
  const [first] = part;
  if (first === undefined) return null;
  const channels = part.flatMap(({ id }) => {
    const channel = run.usage.timerChannels.get(id);
    return channel === undefined ? [] : [channel];
  });
  const uses = [...part.map(({ id }) => id), ...channels].flatMap(
    (id) => run.usage.byObject.get(id) ?? [],
  );
  const blockedSends = uses.filter((use) => use.role === 'send' && use.blocked > 0);
  const label = run.labels.object(first.id);
  return {
    key: `o${first.id}`,
    kind: 'object',
    goroutines: [],
    objects: [...part.map(({ id }) => id), ...channels],
    objectKind: first.kind,
    capacity: first.capacity,
    name: part.length > 1 && first.kind !== 'timer' ? `${label.base} ×${part.length}` : label.name,
    group: '',
    fork: [],
    widestTicket: Math.max(0, ...blockedSends.map((use) => Math.max(use.widest, 1))),
    widestTag: Math.max(
      0,
      ...uses
        .filter((use) => use.blocked > 0)
        .map((use) => run.labels.goroutine(use.goroutine).monogram.length),
    ),
    longestValue: Math.max(0, ...uses.map((use) => use.longest)),
    hasQueue: uses.some((use) => use.blocked > 0 && use.role !== 'send'),
    queueLength: Math.max(
      distinct(blockedSends),
      distinct(uses.filter((use) => use.role !== 'send' && use.blocked > 0)),
    ),
  };
}

function distinct(uses: readonly Use[]): number {
  return new Set(uses.map((use) => use.goroutine)).size;
}

/** Whether the goroutine gives to the object or takes from it; null: no wire. */
function directionOf(role: Role): 'in' | 'out' | null {
  switch (role) {
    case 'receive':
      return 'out';
    case 'add':
    case 'done':
    case 'wait':
    case 'unlock':
    case 'timer':
      return null;
    default:
      return 'in';
  }
}

function edgesOf(
  run: RunModel,
  nodeOfGoroutine: ReadonlyMap<GoroutineId, string>,
  nodeOfObject: ReadonlyMap<ObjectId, string>,
): TopologyEdge[] {
  const groups = new Map<string, { uses: Use[]; edge: TopologyEdge }>();
  for (const use of run.usage.uses) {
    const direction = directionOf(use.role);
    const goroutineNode = nodeOfGoroutine.get(use.goroutine);
    const objectNode = nodeOfObject.get(use.object);
    if (direction === null || goroutineNode === undefined || objectNode === undefined) continue;
    const key = `${goroutineNode} ${direction} ${objectNode}`;
    const group = groups.get(key);
    if (group !== undefined) {
      group.uses.push(use);
      continue;
    }
    const edge = { key, goroutineNode, objectNode, direction, roles: [], goroutines: [] };
    groups.set(key, { uses: [use], edge });
  }
  const edges = [...groups.values()].map(({ uses, edge }) => ({
    ...edge,
    roles: [...new Set(uses.map((use) => use.role))],
    goroutines: [...new Set(uses.map((use) => use.goroutine))],
  }));
  const fed = new Set(
    edges.filter((edge) => edge.roles.includes('send')).map((edge) => edge.objectNode),
  );
  return edges.filter((edge) => !isClosing(edge) || !fed.has(edge.objectNode));
}

/**
 * Who only closes what others send on gives it nothing: a wire for one moment would lead across
 * the picture for the whole run. Of a channel that is only ever closed, closing is the message.
 */
function isClosing(edge: TopologyEdge): boolean {
  return edge.roles.every((role) => role === 'close');
}

/** The tines of every goroutine that selects over two or more cases, in the order of its source. */
function forksOf(
  run: RunModel,
  nodeOfGoroutine: ReadonlyMap<GoroutineId, string>,
  nodeOfObject: ReadonlyMap<ObjectId, string>,
): ReadonlyMap<string, readonly ForkCase[]> {
  const forks = new Map<string, ForkCase[]>();
  const clocks = new Set(run.usage.timerChannels.values());
  for (const { goroutine, cases, site } of run.usage.selects) {
    const key = nodeOfGoroutine.get(goroutine);
    const texts = run.labels.site(site).caseTexts;
    if (key === undefined || Math.max(texts.length, cases.length) < 2) continue;
    const fork = forks.get(key) ?? [];
    forks.set(key, fork);
    cases.forEach((part, i) => {
      const nodes = [...part.channels].flatMap((channel) => nodeOfObject.get(channel) ?? []);
      const label = caseLabel(texts[i] ?? part.direction);
      const isClock = [...part.channels].some((channel) => clocks.has(channel));
      addTine(fork, { nodes: [...new Set(nodes)], direction: part.direction, label, isClock });
    });
    if (texts.includes('default')) {
      addTine(fork, { nodes: [], direction: 'default', label: 'default', isClock: false });
    }
  }
  for (const [key, fork] of forks) if (fork.length < 2) forks.delete(key);
  return forks;
}

/** Cases of several selects that say the same, or reach for the same channel, are one tine. */
function addTine(fork: ForkCase[], tine: ForkCase): void {
  const at = fork.findIndex(
    (other) =>
      other.direction === tine.direction &&
      (other.label === tine.label || other.nodes.some((node) => tine.nodes.includes(node))),
  );
  const known = fork[at];
  if (known === undefined) fork.push(tine);
  else fork[at] = { ...known, nodes: [...new Set([...known.nodes, ...tine.nodes])] };
}

/** `r, ok := <-results` → `<-results`, `<-time.After(2 * time.Second)` → `<-time.After(…)`. */
function caseLabel(text: string): string {
  const arrow = text.indexOf('<-');
  const assigns = text.slice(0, Math.max(arrow, 0)).includes('=');
  const label = (assigns ? text.slice(arrow) : text).replace(/\s+/g, ' ').trim();
  const short = label.length > 16 ? label.replace(/\(.*\)/, '(…)') : label;
  return cutText(short, 20);
}

/** The object of a node that is worth showing: the newest that exists at this event. */
export function shownObject(run: RunModel, node: TopologyNode, step: number): ObjectId {
  let shown = node.objects[0] ?? objectId(0);
  for (const id of node.objects) {
    const object = run.recording.objects[id - 1];
    if (object !== undefined && object.kind === node.objectKind && object.event < step) shown = id;
  }
  return shown;
}
