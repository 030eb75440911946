/* What must hold for commit messages and for the text of every tracked file. */

const types = 'feat|fix|perf|refactor|test|docs|build';
const subject = new RegExp(`^(?:${types})(?:\\([a-z0-9-]+\\))?!?: \\S.*[^.\\s]$`);

export function commitProblems(message) {
  const [first = '', second = ''] = message.trim().split('\n');
  const problems = [];
  if (!subject.test(first)) problems.push(`"${first}" is not "type(scope): what", with a type of ${types}`);
  if (first.length > 100) problems.push(`"${first}" is longer than 100 characters`);
  if (second !== '') problems.push(`"${first}" is not followed by an empty line`);
  return [...problems, ...textProblems('message', message)];
}

/** Said, but not refused. */
export function commitAdvice(message) {
  const [first = '', ...body] = message.trim().split('\n');
  return body.join('').trim() === '' ? [`"${first}" does not say why below an empty line`] : [];
}

/** Folders of one machine and hosts of one network: true on the author's machine only. */
const privateText = [
  [/(?<![\w.-])\/(?:work|root|Users)\/[\w.-]/, 'a folder of one machine'],
  [/(?<![\w.'"`-])\/home\/[a-z]+\/[\w.-]/, 'a folder of one machine'],
  [/\b(?:[\w-]+\.)*(?:registry\.npmjs\.org|pkg\.dev|artifactregistry)\b/i, 'a host of a package registry'],
  [
    /(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\d.])/,
    'an address of a private network',
  ],
];

const binary = /\.(png|jpe?g|gif|ico|pdf|woff2?|gz|br|zip|docx|xlsx|ods)$/;
/** They speak of these things to refuse them. */
const exempt = /^tools\/repository-rules(\.spec)?\.mjs$/;
const isShown = /^(web|libs\/ui)\/src\/.*\.(ts|html|scss|svg)$/;

/** Each word has one meaning: a merge that keeps both sides writes the table twice. */
export function glossaryProblems(text) {
  const words = text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s:|-]+$/.test(line))
    .map((line) => line.split('|')[1]?.trim() ?? '');
  const twice = new Set(words.filter((word, index) => words.indexOf(word) !== index));
  return [...twice].map((word) => `docs/glossary.md explains "${word}" more than once`);
}

export function textProblems(file, text) {
  if (binary.test(file) || exempt.test(file)) return [];
  return text.split('\n').flatMap((line, index) => {
    const problems = privateText.filter(([pattern]) => pattern.test(line)).map(([, what]) => what);
    // GOV.UK's identity is not ours to show. Comments may say so.
    if (isShown.test(file) && /crown/i.test(line) && !/^\s*(\/\/|\/?\*)/.test(line)) problems.push('a crown');
    return problems.map((problem) => `${file}:${index + 1} has ${problem}: ${line.trim().slice(0, 100)}`);
  });
}
