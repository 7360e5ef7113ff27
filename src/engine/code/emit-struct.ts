// JS text of the class of a struct type: fields f0, f1, … and the operations that must be fast.
// The machine puts StructObject's prototype under it, so that it is a heap object like all others.

import type { Program } from '../go/ir/program.ts';
import type { RuntimeType, StructRuntimeType } from '../go/ir/runtime-type.ts';
import { isAggregate, isComplex } from './representation.ts';
import { zeroText } from './scope.ts';
import type { UnitText } from './unit.ts';
import { Unit } from './unit.ts';

/** Structs of these packages may have a record of who holds them and who waits: `sync`. */
const trackedPackages = ['sync', 'sync/atomic', 'time', 'context'];

/** A unit that evaluates to the class. */
export function emitStruct(program: Program, struct: StructRuntimeType): UnitText {
  const unit = new Unit(program);
  const fields = struct.fields.map((field, index) => ({
    name: `f${index}`,
    type: unit.type(field.type),
    isBlank: field.name === '_',
  }));
  const isTracked = trackedPackages.includes(struct.packagePath);
  const parameters = fields.map(({ name }) => name).join(',');
  const stores = fields.map(({ name }) => `this.${name}=${name};`).join('');
  const each = (text: (name: string, type: RuntimeType) => string): string =>
    fields.map(({ name, type }) => text(name, type)).join('');
  const equal = fields
    .filter(({ isBlank }) => !isBlank)
    .map(({ name, type }) => equalText(unit, name, type));
  const zero = fields.map(({ type }) => zeroText(unit, type.id)).join(',');
  const copies = fields.map(({ name, type }) => fieldCopy(unit, name, type)).join(',');
  const shells = fields.map(({ name, type }) => (isReference(type) ? 'null' : `this.${name}`));
  const text = `class S{
constructor(${parameters}){this.identity=0;${isTracked ? 'this.sync=null;' : ''}${stores}}
copy(){return new S(${copies});}
assign(s){${each((name, type) => assignText(unit, name, type))}}
equal(s){return ${equal.length === 0 ? 'true' : equal.join('&&')};}
shell(){return new S(${shells.join(',')});}
fill(s,c){this.identity=s.identity;${isTracked ? 'this.sync=c.copy(s.sync);' : ''}${each(
    (name, type) => (isReference(type) ? `this.${name}=c.copy(s.${name});` : ''),
  )}}
hash(h){${isTracked ? 'h.value(this.sync);' : ''}${each((name) => `h.value(this.${name});`)}}
at(i){switch(i){${fields.map(({ name }, i) => `case ${i}:return this.${name};`).join('')}}}
put(i,v){switch(i){${fields.map(({ name }, i) => `case ${i}:this.${name}=v;return;`).join('')}}}
static zero(){return new S(${zero});}
static type=${struct.id};
}
return S;`;
  return unit.finish(text);
}

function fieldCopy(unit: Unit, name: string, type: RuntimeType): string {
  if (type.kind === 'struct') return `this.${name}.copy()`;
  if (type.kind === 'array') return `${unit.operations(type.id)}.copy(this.${name})`;
  return `this.${name}`;
}

function assignText(unit: Unit, name: string, type: RuntimeType): string {
  if (type.kind === 'struct') return `this.${name}.assign(s.${name});`;
  if (type.kind === 'array') return `${unit.operations(type.id)}.assign(this.${name},s.${name});`;
  return `this.${name}=s.${name};`;
}

function equalText(unit: Unit, name: string, type: RuntimeType): string {
  const isDirect =
    !isAggregate(type) && !isComplex(type.kind) && !['interface', 'pointer'].includes(type.kind);
  if (isDirect) return `this.${name}===s.${name}`;
  return `${unit.operations(type.id)}.equal(this.${name},s.${name})`;
}

/** Whether the representation is an object that a clone must follow. */
function isReference(type: RuntimeType): boolean {
  switch (type.kind) {
    case 'array':
    case 'slice':
    case 'struct':
    case 'pointer':
    case 'unsafePointer':
    case 'func':
    case 'interface':
    case 'map':
    case 'chan':
    case 'complex64':
    case 'complex128':
      return true;
    default:
      return false;
  }
}
