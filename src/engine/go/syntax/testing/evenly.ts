// Tests that try every place of a program cost its length squared; of long programs they take some.

/** At most so many elements of a list, spread evenly, the first among them. */
export function evenly<T>(list: readonly T[], most: number): readonly T[] {
  const stride = Math.ceil(list.length / most);
  return list.filter((_, index) => index % stride === 0);
}
