// Declarations (spec: Declarations and scope) and the source file around them.

import type {
  BlockStmt,
  Decl,
  Expr,
  FieldList,
  FuncDecl,
  FuncType,
  GenDecl,
  Ident,
  ImportSpec,
  Spec,
  Stmt,
  TypeSpec,
  ValueSpec,
} from './ast.ts';
import { checkBranches } from './branches.ts';
import { closingBrace, declarationEnd } from './closing-brace.ts';
import { displayPosition } from './diagnostic.ts';
import { StatementParser } from './parse-statement.ts';
import { unparen } from './parse-expression.ts';
import { plainRules, typeParameterRules } from './parse-parameters.ts';
import { noPos, offsetIn, posAt } from './pos.ts';
import type { Pos, SourceFile } from './pos.ts';

/** The package clause and the declarations of a file. */
export interface ParsedFile {
  readonly packagePos: Pos;
  readonly name: Ident;
  readonly decls: readonly Decl[];
  readonly imports: readonly ImportSpec[];
}

export class DeclarationParser extends StatementParser {
  /** Reads bodies of functions when their statements are first asked for. */
  private isLazy = false;

  /** Parses a file that is known to be right and formatted; bodies are read when they are needed. */
  parseLazily(): ParsedFile {
    this.isLazy = true;
    return this.parseFile();
  }

  /** Parses the whole file; called once. Without a package clause it stops there, as gc does. */
  parseFile(): ParsedFile {
    const packagePos = this.pos();
    if (!this.got('package')) {
      this.syntaxError('package statement must be first');
      return { packagePos, name: this.blankName(packagePos), decls: [], imports: [] };
    }
    const name = this.name();
    this.want(';');
    if (this.errorCount > 0) return { packagePos, name, decls: [], imports: [] };
    const decls: Decl[] = [];
    let previous = 'import';
    while (!this.is('EOF')) {
      if (this.is('import') && previous !== 'import') {
        this.syntaxError('imports must appear before other declarations');
      }
      previous = this.kind();
      const decl = this.topLevelDeclarationOrNull(decls[decls.length - 1] ?? null);
      if (decl === null) {
        this.advance('import', 'const', 'type', 'var', 'func');
        continue;
      }
      decls.push(decl);
      if (!this.is('EOF') && !this.got(';')) {
        this.syntaxError('after top level declaration');
        this.advance('import', 'const', 'type', 'var', 'func');
      }
    }
    const imports = decls
      .flatMap((decl): readonly Spec[] => (decl.kind === 'GenDecl' ? decl.specs : []))
      .filter((spec) => spec.kind === 'ImportSpec');
    return { packagePos, name, decls, imports };
  }

  private topLevelDeclarationOrNull(previous: Decl | null): Decl | null {
    const kind = this.kind();
    switch (kind) {
      case 'type':
        return (this.isLazy ? this.lazyTypeOrNull() : null) ?? this.declaration(kind);
      case 'import':
      case 'const':
      case 'var':
        return this.declaration(kind);
      case 'func':
        return this.functionDeclaration();
      default:
        if (kind === '{' && previous?.kind === 'FuncDecl' && previous.body === null) {
          this.syntaxError('unexpected semicolon or newline before {');
        } else this.syntaxError('non-declaration statement outside function body');
        return null;
    }
  }

  protected override declaration(tok: GenDecl['tok']): GenDecl {
    const pos = this.pos();
    this.next();
    const specs: Spec[] = [];
    let lparen: Pos = noPos;
    let rparen: Pos = noPos;
    if (this.is('(')) {
      lparen = this.pos();
      this.next();
      rparen = this.list('grouped declaration', ';', ')', () => {
        specs.push(this.spec(tok, specs.length));
        return false;
      });
    } else specs.push(this.spec(tok, 0));
    return { kind: 'GenDecl', pos, end: this.previousEnd, tok, lparen, specs, rparen };
  }

  private spec(tok: GenDecl['tok'], index: number): Spec {
    switch (tok) {
      case 'import':
        return this.importSpec();
      case 'const':
        return this.constSpec(index);
      case 'type':
        return this.typeSpec();
      case 'var':
        return this.varSpec(index);
    }
  }

  private importSpec(): ImportSpec {
    const pos = this.pos();
    let name: Ident | null = null;
    if (this.is('IDENT')) name = this.name();
    else if (this.is('.')) {
      this.next();
      name = { kind: 'Ident', pos, end: this.previousEnd, name: '.' };
    }
    const path = this.literalOrNull();
    if (path === null) {
      const at = this.pos();
      this.syntaxError('missing import path');
      this.advance(';', ')');
      const missing = { kind: 'BasicLit', pos: at, end: at, token: 'STRING', value: '""' } as const;
      return {
        kind: 'ImportSpec',
        pos,
        end: this.previousEnd,
        name,
        path: { ...missing, bad: true },
      };
    }
    const bad = path.bad || path.token !== 'STRING';
    if (bad && !path.bad) this.syntaxErrorAt(path.pos, 'import path must be a string');
    return { kind: 'ImportSpec', pos, end: this.previousEnd, name, path: { ...path, bad } };
  }

  private constSpec(iota: number): ValueSpec {
    const pos = this.pos();
    const names = this.nameList(this.name());
    let type: Expr | null = null;
    let values: readonly Expr[] = [];
    if (!this.is('EOF') && !this.is(';') && !this.is(')')) {
      type = this.typeOrNull();
      if (this.gotAssign()) values = this.expressionList();
    }
    return { kind: 'ValueSpec', pos, end: this.previousEnd, names, type, values, iota };
  }

  private varSpec(iota: number): ValueSpec {
    const pos = this.pos();
    const names = this.nameList(this.name());
    let type: Expr | null = null;
    let values: readonly Expr[] = [];
    if (this.gotAssign()) values = this.expressionList();
    else {
      type = this.type();
      if (this.gotAssign()) values = this.expressionList();
    }
    return { kind: 'ValueSpec', pos, end: this.previousEnd, names, type, values, iota };
  }

  private typeSpec(): TypeSpec {
    const pos = this.pos();
    const name = this.name();
    let typeParams: FieldList | null = null;
    let assign: Pos = noPos;
    let type: Expr | null;
    const bracketed = this.is('[') ? this.typeParametersOrArray() : null;
    if (bracketed?.kind === 'ArrayType') type = bracketed;
    else {
      if (bracketed?.kind === 'FieldList') typeParams = bracketed;
      const at = this.pos();
      if (this.gotAssign()) assign = at;
      type = this.typeOrNull();
    }
    if (type === null) {
      type = this.badExpr();
      this.syntaxError('in type declaration');
      this.advance(';', ')');
    }
    return { kind: 'TypeSpec', pos, end: this.previousEnd, name, typeParams, assign, type };
  }

  // After "type name [": a type parameter list or an array or slice type. A name that no bracket
  // follows is parsed on as an array length, and taken apart again if it turns out to be
  // a type parameter and its constraint.
  private typeParametersOrArray(): FieldList | Extract<Expr, { kind: 'ArrayType' }> {
    const lbrack = this.pos();
    this.next();
    if (this.got(']')) return this.sliceType(lbrack);
    if (!this.is('IDENT')) return this.arrayType(lbrack, null);
    let x: Expr = this.name();
    if (!this.is('[')) {
      this.expressionLevel += 1;
      x = this.binaryExpression(this.primaryExpression(x), 0);
      this.expressionLevel -= 1;
    }
    const split = splitTypeParameter(x, this.is(','));
    if (split !== null && (split.type !== null || !this.is(']'))) {
      return this.parameters(lbrack, split.name, split.type, ']', typeParameterRules);
    }
    return this.arrayType(lbrack, x);
  }

  private bodyOfDeclaration(): BlockStmt {
    const opening = this.scanner.start;
    const closing = this.isLazy ? closingBrace(this.file.text, opening) : -1;
    if (closing < 0) return this.functionBody();
    this.scanner.skipToBrace(closing);
    const rbrace = this.pos();
    this.want('}');
    return new LazyBlock(this.file, posAt(this.file, opening), this.previousEnd, rbrace);
  }

  /** The statements of the body that the parser was made to begin at. */
  statementsOfBody(): readonly Stmt[] {
    return this.functionBody().list;
  }

  /** A type that is not generic, of which only the name is read, likewise. */
  private lazyTypeOrNull(): GenDecl | null {
    const { text } = this.file;
    const { start } = this.scanner;
    typeName.lastIndex = start;
    const [head, name, equals] = typeName.exec(text) ?? [];
    if (head === undefined || name === undefined) return null;
    const from = start + head.length;
    this.scanner.skipPast(declarationEnd(text, from));
    this.next();
    const namePos = posAt(this.file, start + 'type '.length);
    const nameEnd = posAt(this.file, start + 'type '.length + name.length);
    const ident: Ident = { kind: 'Ident', pos: namePos, end: nameEnd, name };
    const assign = equals === undefined ? noPos : posAt(this.file, from - equals.length);
    const pos = posAt(this.file, start);
    const end = this.previousEnd;
    const spec = new LazyTypeSpec(this.file, end, ident, assign, from);
    return { kind: 'GenDecl', pos, end, tok: 'type', lparen: noPos, specs: [spec], rparen: noPos };
  }

  /** The type that the parser was made to begin at. */
  typeOfDeclaration(): Expr {
    return this.type();
  }

  /** A function of which only the name is read, in a file that is right and formatted. */
  private lazyFunctionOrNull(): FuncDecl | null {
    const { text } = this.file;
    const { start } = this.scanner;
    functionName.lastIndex = start;
    const [head, receiver, name] = functionName.exec(text) ?? [];
    if (head === undefined || name === undefined) return null;
    const nameEnd = start + head.length;
    this.scanner.skipPast(declarationEnd(text, nameEnd));
    this.next();
    const opening = receiver === undefined ? null : start + 'func '.length;
    const pos = posAt(this.file, start);
    const at = posAt(this.file, nameEnd - name.length);
    const ident: Ident = { kind: 'Ident', pos: at, end: posAt(this.file, nameEnd), name };
    return new LazyFunction(this.file, pos, this.previousEnd, ident, opening);
  }

  /** The receiver that the parser was made to begin at. */
  receiver(): FieldList {
    const opening = this.pos();
    this.next();
    const recv = this.parameters(opening, null, null, ')', plainRules);
    const count = recv.list.reduce((sum, field) => sum + Math.max(field.names.length, 1), 0);
    if (count === 0) this.errorAt(this.pos(), 'method has no receiver');
    else if (count > 1) this.errorAt(this.pos(), 'method has multiple receivers');
    return recv;
  }

  /** What follows the name of a function declared at `pos`, which the parser was made to begin at. */
  headOfFunction(pos: Pos): Pick<FuncDecl, 'type' | 'body'> {
    this.isLazy = true;
    const type = this.functionType(pos, '');
    return { type, body: this.is('{') ? this.bodyOfDeclaration() : null };
  }

  private functionDeclaration(): FuncDecl {
    const lazy = this.isLazy ? this.lazyFunctionOrNull() : null;
    if (lazy !== null) return lazy;
    const pos = this.pos();
    this.next();
    const recv = this.is('(') ? this.receiver() : null;
    let name: Ident;
    let type: FuncType;
    if (this.is('IDENT')) {
      name = this.name();
      type = this.functionType(pos, '');
    } else {
      const at = this.pos();
      name = this.blankName(at);
      const params = {
        kind: 'FieldList',
        pos: at,
        end: at,
        opening: at,
        list: [],
        closing: at,
      } as const;
      type = { kind: 'FuncType', pos, end: at, typeParams: null, params, results: null } as const;
      this.syntaxError(recv === null ? 'expected name or (' : 'expected name');
      this.advance('{', ';');
    }
    const body = this.is('{') ? this.bodyOfDeclaration() : null;
    return { kind: 'FuncDecl', pos, end: this.previousEnd, recv, name, type, body };
  }

  protected override checkBranches(body: BlockStmt): void {
    checkBranches(body, {
      error: (pos, message) => this.report(pos, message),
      place: (pos) => displayPosition(this.file, pos),
    });
  }
}

/**
 * The expression as a type parameter name and the start of its constraint: `P *C`, `P (C)`,
 * `P *C|D` parse as products and calls. Null if it cannot be one; unless `force`, only what can be
 * no value is split.
 */
function splitTypeParameter(x: Expr, force: boolean): { name: Ident; type: Expr | null } | null {
  if (x.kind === 'Ident') return { name: x, type: null };
  if (x.kind === 'BinaryExpr' && x.op === '*') {
    if (x.x.kind !== 'Ident' || !(force || isTypeElement(x.y))) return null;
    return { name: x.x, type: { kind: 'StarExpr', pos: x.opPos, end: x.end, x: x.y } };
  }
  if (x.kind === 'BinaryExpr' && x.op === '|') {
    const left = splitTypeParameter(x.x, force || isTypeElement(x.y));
    if (left === null || left.type === null) return null;
    return { name: left.name, type: { ...x, pos: left.type.pos, x: left.type } };
  }
  if (x.kind === 'CallExpr' && x.fun.kind === 'Ident' && x.args.length === 1) {
    const [argument] = x.args;
    if (argument === undefined || x.ellipsis !== noPos) return null;
    return force || isTypeElement(argument) ? { name: x.fun, type: unparen(argument) } : null;
  }
  return null;
}

/** Whether the expression can only be a type or a union of types. */
function isTypeElement(x: Expr): boolean {
  switch (x.kind) {
    case 'ArrayType':
    case 'StructType':
    case 'FuncType':
    case 'InterfaceType':
    case 'MapType':
    case 'ChanType':
      return true;
    case 'BinaryExpr':
      return isTypeElement(x.x) || isTypeElement(x.y);
    case 'UnaryExpr':
      return x.op === '~' || isTypeElement(x.x);
    case 'StarExpr':
    case 'ParenExpr':
      return isTypeElement(x.x);
    default:
      return false;
  }
}

/** From `func` to the name of a function, in formatted text. */
const functionName = /func (\([^()\n]*\) )?([A-Za-z_]\w*)/y;

/** From `type` to the type of a type that is not generic. */
const typeName = /type ([A-Za-z_]\w*) (= )?/y;

/** A type that is parsed when it is first asked for more than its name. */
class LazyTypeSpec implements TypeSpec {
  readonly kind = 'TypeSpec';
  readonly pos: Pos;
  readonly end: Pos;
  readonly name: Ident;
  readonly typeParams = null;
  readonly assign: Pos;
  private readonly file: SourceFile;
  private readonly from: number;
  private parsed: Expr | null = null;

  /** `from`: offset of the type. */
  constructor(file: SourceFile, end: Pos, name: Ident, assign: Pos, from: number) {
    this.file = file;
    this.pos = name.pos;
    this.end = end;
    this.name = name;
    this.assign = assign;
    this.from = from;
  }

  get type(): Expr {
    this.parsed ??= new DeclarationParser(this.file, this.from).typeOfDeclaration();
    return this.parsed;
  }
}

/** A function that is parsed when it is first asked for more than its name. */
class LazyFunction implements FuncDecl {
  readonly kind = 'FuncDecl';
  readonly pos: Pos;
  readonly end: Pos;
  readonly name: Ident;
  private readonly file: SourceFile;
  private readonly opening: number | null;
  private receiver: FieldList | null = null;
  private head: Pick<FuncDecl, 'type' | 'body'> | null = null;

  /** `opening`: offset of the receiver, null of a function. */
  constructor(file: SourceFile, pos: Pos, end: Pos, name: Ident, opening: number | null) {
    this.file = file;
    this.pos = pos;
    this.end = end;
    this.name = name;
    this.opening = opening;
  }

  get recv(): FieldList | null {
    if (this.opening === null) return null;
    this.receiver ??= new DeclarationParser(this.file, this.opening).receiver();
    return this.receiver;
  }

  get type(): FuncType {
    return this.parsed().type;
  }

  get body(): BlockStmt | null {
    return this.parsed().body;
  }

  private parsed(): Pick<FuncDecl, 'type' | 'body'> {
    const from = offsetIn(this.file, this.name.end);
    this.head ??= new DeclarationParser(this.file, from).headOfFunction(this.pos);
    return this.head;
  }
}

/** A block whose statements are parsed when they are first asked for. */
class LazyBlock implements BlockStmt {
  readonly kind = 'BlockStmt';
  readonly pos: Pos;
  readonly end: Pos;
  readonly rbrace: Pos;
  private readonly file: SourceFile;
  private parsed: readonly Stmt[] | null = null;

  constructor(file: SourceFile, pos: Pos, end: Pos, rbrace: Pos) {
    this.file = file;
    this.pos = pos;
    this.end = end;
    this.rbrace = rbrace;
  }

  get list(): readonly Stmt[] {
    this.parsed ??= new DeclarationParser(
      this.file,
      offsetIn(this.file, this.pos),
    ).statementsOfBody();
    return this.parsed;
  }
}
