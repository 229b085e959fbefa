import Big from 'big.js';

/** Not the scorer's arithmetic, so that a document checked with it checks the scorer. */
const Exact = Big();
Exact.DP = 30;

/** Value of an expression as people write it: `(950 − 1000) / (1000 × 0.15) × 30`. Throws where it is none. */
export function evaluateExpression(text: string): Big {
  const tokens = text.match(/\d+(?:\.\d+)?|\S/g) ?? [];
  const value = readSum(tokens);
  if (tokens.length > 0) throw new Error(`"${text}" cannot be read from "${tokens.join(' ')}" on`);
  return value;
}

function readSum(tokens: string[]): Big {
  let value = readProduct(tokens);
  while (tokens[0] === '+' || tokens[0] === '−') {
    value = tokens.shift() === '+' ? value.plus(readProduct(tokens)) : value.minus(readProduct(tokens));
  }
  return value;
}

/** Divisions are kept for the end: a quotient cut at some decimal must not be multiplied up. */
function readProduct(tokens: string[]): Big {
  let [over, under] = [readFactor(tokens), new Exact('1')];
  while (tokens[0] === '×' || tokens[0] === '/') {
    if (tokens.shift() === '×') over = over.times(readFactor(tokens));
    else under = under.times(readFactor(tokens));
  }
  return over.div(under);
}

function readFactor(tokens: string[]): Big {
  const token = tokens.shift();
  if (token !== '(') return new Exact(token ?? '');
  const value = readSum(tokens);
  if (tokens.shift() !== ')') throw new Error('a bracket is not closed');
  return value;
}
