// `signal.Notify(make(chan os.Signal))`: the runtime does not wait for a receiver, so a signal that
// comes at the wrong moment is lost.

import type { CallExpr, Expr, Ident, Node } from '../syntax/ast.ts';
import type { Obj } from '../types/type.ts';
import { type Analyzer, forEachNode, imports, objectOrNull, type Pass } from './pass.ts';

export const sigchanyzer: Analyzer = {
  name: 'sigchanyzer',
  run(pass) {
    if (!imports(pass, 'os/signal')) return;
    const values = initialValues(pass);
    forEachNode(pass, ['CallExpr'], (call) => {
      if (!isNotify(pass, call, values)) return;
      const made = channelMakerOrNull(pass, call.args[0], values);
      if (made === null || made.args.length !== 1) return;
      pass.report(call, 'misuse of unbuffered os.Signal channel as argument to signal.Notify');
    });
  },
};

type InitialValues = ReadonlyMap<Obj, Expr>;

// What each variable is declared with.
function initialValues(pass: Pass): InitialValues {
  const values = new Map<Obj, Expr>();
  const note = (names: readonly Expr[], list: readonly Expr[]): void => {
    if (names.length !== list.length) return;
    for (const [i, name] of names.entries()) {
      const object = name.kind === 'Ident' ? pass.info.defs.get(name) : null;
      const value = list[i];
      if (object != null && value !== undefined) values.set(object, value);
    }
  };
  forEachNode(pass, ['AssignStmt', 'ValueSpec'], (node) => {
    if (node.kind === 'ValueSpec') note(node.names, node.values);
    else if (node.tok === ':=') note(node.lhs, node.rhs);
  });
  return values;
}

function initialOrNull(pass: Pass, ident: Ident, values: InitialValues): Node | null {
  const object = objectOrNull(pass, ident);
  return object === null ? null : (values.get(object) ?? null);
}

function isNotify(pass: Pass, call: CallExpr, values: InitialValues): boolean {
  const callee = call.fun.kind === 'Ident' ? initialOrNull(pass, call.fun, values) : call.fun;
  if (callee?.kind !== 'SelectorExpr') return false;
  const object = objectOrNull(pass, callee.sel);
  return object?.name === 'Notify' && object.pkg?.path === 'os/signal';
}

function channelMakerOrNull(
  pass: Pass,
  channel: Expr | undefined,
  values: InitialValues,
): CallExpr | null {
  if (channel?.kind === 'Ident') {
    const value = initialOrNull(pass, channel, values);
    return value?.kind === 'CallExpr' ? value : null;
  }
  if (channel?.kind !== 'CallExpr') return null;
  // Nobody receives from a channel that is made in the call itself.
  return pass.info.builtinCalls.get(channel) === 'make' ? null : channel;
}
