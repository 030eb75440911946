import { openPage } from '../home/page/page.fixture.js';
import { attainmentRows, drawnFigure, measureFigures } from './measure-figures.js';
import { MeasuresAtStart } from './measures-at-start.js';

const none = {
  boxallDevelopmental: '',
  boxallDiagnostic: '',
  boxallOn: '',
  leuvenWellbeing: '',
  leuvenInvolvement: '',
  reading: '',
  writing: '',
  mathematics: '',
  goals: [],
  sdqScores: [],
};
const sdq = {
  key: 's1',
  informant: 'teacher',
  ageForm: '4-17',
  banding: 'four_band',
  total: '17',
  impact: '2',
  completedOn: '2026-9-3',
};
const taken = {
  ...none,
  goals: [
    { key: 'g1', goal: 'Stay in class', score: '3' },
    { key: 'g2', goal: 'Ask for help', score: '5' },
  ],
  sdqScores: [sdq, { ...sdq, key: 's2', informant: 'parent', total: '20' }],
  boxallDevelopmental: '80',
  leuvenWellbeing: '2',
  reading: 'far_below',
};

describe('the measures at the start', () => {
  it('are a figure for each kind, with its message', () => {
    expect(measureFigures(taken).map(({ headline }) => headline)).toEqual([
      '2 goals, from 3 to 5 of 10 at the start',
      'SDQ: 17 of 40 by teacher, high',
      'Boxall Profile: developmental strands 80',
      'Leuven scales: well-being 2',
    ]);
    expect(attainmentRows(taken)).toEqual([{ key: 'Reading', value: 'Two years or more below' }]);
    expect(measureFigures(none)).toEqual([]);
  });

  it('name the band with the version it comes from, and none where there is none for the form', () => {
    const figure = measureFigures(taken).find(({ fileName }) => fileName === 'sdq');
    expect(figure?.table.rows.map((row) => row.slice(2, 5))).toEqual([
      ['17', 'High', 'teacher_4_17_four_band'],
      ['20', 'No band for this form', '–'],
    ]);
  });

  it('are drawn on the scale of the measure, so that 5 of 10 is half', () => {
    const [goals] = measureFigures(taken);
    if (!goals) throw new Error('There are goals');
    const widths = [...drawnFigure(goals, 640).matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, text]) =>
      Number(text),
    );
    const [three = 0, five = 1] = widths;
    expect(three / five).toBeCloseTo(0.6, 1);
    const full = drawnFigure({ ...goals, bars: [{ label: 'Stay in class', value: 10, formatted: '3 of 10' }] }, 640);
    expect(Number(/<rect[^>]* width="([\d.]+)"/.exec(full)?.[1])).toBeGreaterThan(five * 1.8);
  });

  it('say so when none was taken', async () => {
    const page = await openPage(MeasuresAtStart, { measures: none });
    expect(page.text()).toBe('No measures were taken.');
  });
});
