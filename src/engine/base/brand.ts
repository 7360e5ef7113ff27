// Nominal types for ids and units. A brand exists only in the type system: at run time the value
// is its base type. The one legitimate cast is in the function that makes the brand.

declare const brandName: unique symbol;

/** `Brand<number, 'GoroutineId'>` is a number that no other kind of number can stand in for. */
export type Brand<T, Name extends string> = T & { readonly [brandName]: Name };
