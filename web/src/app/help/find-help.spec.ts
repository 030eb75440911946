import { findHelp, helpTopics } from './find-help.js';

const headings = (text: string): readonly string[] => findHelp(text).map(({ part }) => part.heading);

describe('the search of the help', () => {
  it('finds a part by its heading before one that only mentions the word', () => {
    expect(headings('panel')[0]).toMatch(/panel/i);
    expect(headings('panel').length).toBeGreaterThan(3);
  });

  it('finds what people call by another name, whatever its ending', () => {
    expect(headings('forgotten password')).toContain('I cannot sign in');
    expect(headings('uploading')).toContain('Add reports and plans');
    expect(headings('SAR')).toContain('Answer a request for access');
  });

  it('needs all of the words', () => {
    expect(headings('panel zebra')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(headings('')).toEqual([]);
    expect(headings(' ?! ')).toEqual([]);
  });
});

describe('the topics of the help', () => {
  it('have addresses of their own', () => {
    const slugs = helpTopics.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const { parts } of helpTopics) {
      const ids = parts.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z][a-z-]*$/);
    }
  });

  it('say something in every part', () => {
    for (const { parts } of helpTopics) {
      for (const { text = [], steps = [], list = [] } of parts) {
        expect([...text, ...steps, ...list].join('').length).toBeGreaterThan(20);
      }
    }
  });
});
