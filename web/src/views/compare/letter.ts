/** How a statement is called beside others: A, B, C … Z, A2 … */
export function letter(index: number): string {
  const round = Math.floor(index / 26)
  return String.fromCharCode(65 + (index % 26)) + (round ? String(round + 1) : '')
}
