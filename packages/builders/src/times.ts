/** Does something `count` times and answers with what came back, in order. The index starts at 0. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
