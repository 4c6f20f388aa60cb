/** Payment cards (ISO/IEC 7812-1, annex B). */
export function luhnHolds(found: string): boolean {
  const digits = [...found].filter((character) => character >= '0' && character <= '9').map(Number);
  if (digits.length < 13 || digits.length > 19 || new Set(digits).size === 1) return false;
  const sum = digits.toReversed().reduce((total, digit, position) => {
    if (position % 2 === 0) return total + digit;
    const doubled = digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** NHS numbers: modulus 11 over nine digits weighted 10 down to 2 (NHS data dictionary). */
export function nhsNumberHolds(found: string): boolean {
  const digits = [...found].filter((character) => character >= '0' && character <= '9').map(Number);
  if (digits.length !== 10) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, position) => total + digit * (10 - position), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === digits[9];
}

const NRIC_LETTERS = { citizen: 'JZIHGFEDCBA', foreigner: 'XWUTRQPNMLK', since2022: 'XWUTRQPNJLK' } as const;

/** Singapore NRIC and FIN: weights 2,7,6,5,4,3,2, plus 4 for T and G and 3 for M, modulus 11. */
export function nricHolds(found: string): boolean {
  const id = found.toUpperCase();
  const first = id[0] ?? '';
  const weights = [2, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, position) => total + weight * Number(id[position + 1]), 0);
  const offset = first === 'T' || first === 'G' ? 4 : first === 'M' ? 3 : 0;
  const letters =
    first === 'M'
      ? NRIC_LETTERS.since2022
      : first === 'F' || first === 'G'
        ? NRIC_LETTERS.foreigner
        : NRIC_LETTERS.citizen;
  const remainder = (sum + offset) % 11;
  return letters[remainder] === id[8];
}
