// Identifiers of the intermediate representation: plain indices, one alias per table.

/** Index into Program.types. */
export type TypeId = number;
/** Index into Program.funcs. */
export type FuncId = number;
/** Index into Program.globals. */
export type GlobalId = number;
/** Index into Program.sites; 0 means "no place in the source". */
export type SiteId = number;
/** Index into Func.locals. */
export type LocalId = number;
/** Index into Func.code. */
export type InstructionIndex = number;
