/** How a text stands against its limit, in the words of the Design System. Counts UTF-16 units, like the server. */
export function characterCountMessage(length: number, limit: number): string {
  const left = limit - length;
  if (left === 0) return 'You have 0 characters remaining';
  const count = Math.abs(left);
  const characters = count === 1 ? 'character' : 'characters';
  const number = count.toLocaleString('en-GB');
  return left > 0 ? `You have ${number} ${characters} remaining` : `You have ${number} ${characters} too many`;
}
