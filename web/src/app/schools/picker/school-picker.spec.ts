import { Component, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import type { School } from '@panel/api-client';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { closedSchoolsNamed, searchWord } from './school-choices.js';
import { SchoolPicker } from './school-picker.js';

Element.prototype.scrollIntoView = () => undefined;

const school = (id: string, name: string, changes: Partial<School> = {}): School => ({
  ...{ id, urn: `10000${id}`, name, phase: 'primary', town: 'Larkham' },
  ...{ isClosed: false, closedOn: null, successors: [] },
  ...changes,
});
const oldMill = school('x', 'Old Mill Infant School', {
  ...{ isClosed: true, closedOn: '2019-08-31' },
  successors: [{ id: '2', urn: '100002', name: 'School 2' }],
});
const many = Array.from({ length: 12 }, (_, index) => school(String(index + 1), `School ${index + 1}`));
const list = signal({ items: many, isCut: false });

@Component({
  imports: [FormField, SchoolPicker],
  template: `<app-school-picker id="schoolId" label="Which school?" [list]="list()" [formField]="form.schoolId" />`,
})
class ExamplePage {
  protected readonly list = list;
  readonly answers = signal({ schoolId: '' });
  readonly form = form(this.answers);
}

async function pickerOf(items: readonly School[], isCut = false): Promise<OpenedPage> {
  list.set({ items: [...items], isCut });
  const page = await openPage(ExamplePage);
  // The other control comes when it is needed.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await page.settle();
  return page;
}

async function write(page: OpenedPage, text: string): Promise<void> {
  await page.type('#schoolId', text);
  await page.settle();
}

const offered = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('[role=option], .govuk-radios__label')].map((option) => option.textContent.trim());

describe('the choice of a school', () => {
  it('is one of radio buttons while there are few, without those that have closed, which say what became of them', async () => {
    const page = await pickerOf([...many.slice(0, 2), oldMill]);
    expect(offered(page)).toEqual(['School 1, Larkham (URN 100001)', 'School 2, Larkham (URN 100002)']);
    expect(page.find('[role=status]').textContent).toContain(
      'Old Mill Infant School closed on 31 August 2019. After it came School 2.',
    );
    await page.press('Choose School 2');
    expect(page.find<HTMLInputElement>('input:checked').value).toBe('2');
    expect(page.text()).not.toContain('Old Mill');
  });

  it('is typed where there are many, and a closed one leads to its successor', async () => {
    const page = await pickerOf([...many, oldMill]);
    expect(page.find('#schoolId').getAttribute('role')).toBe('combobox');
    expect(page.text()).not.toContain('Old Mill');
    await write(page, 'old mill');
    expect(offered(page)).toEqual([]);
    expect(page.text()).toContain('After it came School 2.');
    await page.press('Choose School 2');
    await page.settle();
    expect(page.find<HTMLInputElement>('#schoolId').value).toBe('School 2, Larkham (URN 100002)');
  });

  it('is looked for on the server where the register is larger than the list', async () => {
    const page = await pickerOf(many, true);
    await write(page, 'hillside pri');
    await page.answer('/api/schools?search=hillside', {
      items: [school('h', 'Hillside Primary School'), school('k', 'Hillside Nursery')],
      isCut: false,
    });
    expect(offered(page)).toEqual(['Hillside Primary School, Larkham (URN 10000h)']);
  });
});

describe('the words for a school', () => {
  it('are searched by the longest that says something', () => {
    expect(['', 'a', 'The Hill', 'school oak', 'St Cedd, Larkham (URN 1)'].map(searchWord)).toEqual([
      '',
      '',
      'Hill',
      'oak',
      'Larkham',
    ]);
  });

  it('name no closed school while they are too short, or fit too many', () => {
    const others = Array.from({ length: 3 }, (_, index) => ({ ...oldMill, id: `y${index}` }));
    expect(closedSchoolsNamed('ol', [oldMill])).toEqual([]);
    expect(closedSchoolsNamed('old mill', [oldMill, ...others])).toEqual([]);
    expect(closedSchoolsNamed('old mill', [{ ...oldMill, successors: [], closedOn: null }])[0]?.text).toBe(
      'Old Mill Infant School has closed. No successor is known.',
    );
  });
});
