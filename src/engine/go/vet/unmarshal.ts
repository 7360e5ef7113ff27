// `json.Unmarshal(data, v)` with a v that is no pointer.

import { signatureOf } from '../types/object.ts';
import type { Func } from '../types/type.ts';
import { unalias, under } from '../types/under.ts';
import { receiverNamedOrNull, staticCalleeOrNull } from './calls.ts';
import { type Analyzer, forEachNode, typeOrNull } from './pass.ts';

export const unmarshal: Analyzer = {
  name: 'unmarshal',
  run(pass) {
    forEachNode(pass, ['CallExpr'], (call) => {
      const callee = staticCalleeOrNull(pass, call);
      const index = callee === null ? -1 : indexOfTarget(callee);
      const target = call.args[index];
      const type = target === undefined ? null : typeOrNull(pass, target);
      if (callee === null || type === null) return;
      const { kind } = under(type);
      if (kind === 'Pointer' || kind === 'Interface' || unalias(type).kind === 'TypeParam') return;
      const place = index === 1 ? ' as second argument' : '';
      pass.report(call.lparen, `call of ${callee.name} passes non-pointer${place}`);
    });
  },
};

function indexOfTarget(callee: Func): number {
  const { recv } = signatureOf(callee);
  if (callee.name === 'Unmarshal' && recv === null) {
    const paths = ['encoding/json', 'encoding/xml', 'encoding/asn1'];
    return paths.includes(callee.pkg?.path ?? '') ? 1 : -1;
  }
  if (callee.name !== 'Decode' || recv === null) return -1;
  const named = receiverNamedOrNull(callee);
  if (named === null || named.obj.name !== 'Decoder') return -1;
  const paths = ['encoding/json', 'encoding/xml', 'encoding/gob'];
  return paths.includes(named.obj.pkg?.path ?? '') ? 0 : -1;
}
