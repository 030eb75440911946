import { RegExpParser } from '@eslint-community/regexpp';

/*
 * A regular expression in which a repeated part can match the same text in two ways takes exponential time on the text
 * that almost matches: a sentence of thirty letters then stops the process for minutes. Two shapes make it so:
 *  - a repetition inside a repetition, where what is between two rounds may be empty or part of the inner one: (a+)+
 *  - choices inside a repetition that can begin alike: (a|ab)*
 * Only unbounded repetitions count. The check is strict where it cannot be sure: write the expression more plainly.
 */
const parser = new RegExpParser({ ecmaVersion: 2025 });

export const noBacktracking = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node, pattern, flags) => {
      const reason = reasonOf(pattern, flags);
      if (reason) context.report({ node, message: `This can backtrack without end: ${reason}.` });
    };
    return {
      'Literal[regex]': (node) => check(node, node.regex.pattern, node.regex.flags),
      ':matches(NewExpression, CallExpression)[callee.name="RegExp"]': (node) => {
        const [pattern, flags] = node.arguments;
        if (typeof pattern?.value === 'string') check(node, pattern.value, String(flags?.value ?? ''));
      },
    };
  },
};

function reasonOf(pattern, flags) {
  let tree;
  try {
    const isUnicode = flags.includes('u');
    const areSets = flags.includes('v');
    tree = parser.parsePattern(pattern, 0, pattern.length, { unicode: isUnicode, unicodeSets: areSets });
  } catch {
    return undefined; // not a pattern at all: the engine says so itself
  }
  return search(tree.alternatives);
}

function search(alternatives) {
  for (const { elements } of alternatives) {
    for (const element of elements) {
      const found = (isUnbounded(element) && repeated(element.element)) || search(inside(element));
      if (found) return found;
    }
  }
  return undefined;
}

function repeated(element) {
  const choices = inside(element);
  for (const { elements } of choices) {
    const loops = elements.filter((each) => containsUnbounded(each));
    for (const loop of loops) {
      const others = elements.filter((each) => each !== loop && !canBeEmpty(each));
      // A round that needs something which the inner repetition cannot swallow begins at one place only.
      const isMarked = others.some((other) => areApart(firstOf(other), firstOf(loop)));
      if (!isMarked) return 'a repetition inside a repetition';
    }
  }
  for (let one = 0; one < choices.length; one += 1) {
    for (let two = one + 1; two < choices.length; two += 1) {
      const [a, b] = [choices[one], choices[two]].map(({ elements }) => firstOfSequence(elements));
      if (!areApart(a, b)) return 'choices that begin alike inside a repetition';
    }
  }
  return undefined;
}

const inside = (element) => element.alternatives ?? (element.element ? inside(element.element) : []);
const isUnbounded = (element) => element.type === 'Quantifier' && element.max === Infinity;
const containsUnbounded = (element) =>
  isUnbounded(element) || inside(element).some(({ elements }) => elements.some(containsUnbounded));

function canBeEmpty(element) {
  if (element.type === 'Quantifier') return element.min === 0 || canBeEmpty(element.element);
  if (element.type === 'Assertion') return true;
  const choices = inside(element);
  return choices.length > 0 && choices.some(({ elements }) => elements.every(canBeEmpty));
}

/** Where an element can begin: ranges of code points, or undefined where that is not plain to see. */
function firstOf(element) {
  if (element.type === 'Quantifier') return firstOf(element.element);
  if (element.type === 'Character') return [[element.value, element.value]];
  if (element.type === 'CharacterSet' && element.kind !== 'property' && element.kind !== 'any') return setOf(element);
  if (element.type === 'CharacterClass') {
    const ranges = element.elements.map((part) => {
      if (part.type === 'CharacterClassRange') return [[part.min.value, part.max.value]];
      return part.type === 'Character' || part.type === 'CharacterSet' ? firstOf(part) : undefined;
    });
    if (ranges.includes(undefined)) return undefined;
    return element.negate ? complement(ranges.flat()) : ranges.flat();
  }
  const choices = inside(element);
  if (choices.length === 0) return undefined;
  return union(choices.map(({ elements }) => firstOfSequence(elements)));
}

function firstOfSequence(elements) {
  const starts = [];
  for (const element of elements) {
    if (element.type === 'Assertion') continue;
    starts.push(firstOf(element));
    if (!canBeEmpty(element)) return union(starts);
  }
  return undefined;
}

const union = (all) => (all.includes(undefined) ? undefined : all.flat());

const sets = {
  digit: [[48, 57]],
  word: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
  space: [
    [9, 13],
    [32, 32],
    [160, 160],
    [5760, 5760],
    [8192, 8202],
    [8232, 8233],
    [8239, 8239],
    [8287, 8287],
    [12288, 12288],
    [65279, 65279],
  ],
};

function setOf({ kind, negate }) {
  const ranges = sets[kind];
  return ranges && (negate ? complement(ranges) : ranges);
}

function complement(ranges) {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const result = [];
  let next = 0;
  for (const [min, max] of sorted) {
    if (min > next) result.push([next, min - 1]);
    next = Math.max(next, max + 1);
  }
  return next <= 0x10ffff ? [...result, [next, 0x10ffff]] : result;
}

/** Unknown beginnings count as overlapping. */
function areApart(one, two) {
  if (!one || !two) return false;
  return one.every(([min, max]) => two.every(([low, high]) => max < low || high < min));
}
