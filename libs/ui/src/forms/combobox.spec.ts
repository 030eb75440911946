import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField } from '@angular/forms/signals';
import { elementOf, find, type } from '../testing/render.js';
import { Combobox } from './combobox.js';

// jsdom has no layout.
Element.prototype.scrollIntoView = () => undefined;

@Component({
  imports: [Combobox, FormField],
  template: `<ui-combobox
    id="school"
    label="Which school?"
    hint="Type a part"
    things="schools"
    [options]="options()"
    [most]="3"
    [formField]="form.school"
    [error]="error()"
  />`,
})
class ExamplePage {
  readonly options = signal([
    { value: 'a', text: 'Alder School, Larkham' },
    { value: 'b', text: 'Beech Primary School, Larkham' },
    { value: 'c', text: 'St Cedd’s School, Westering' },
    { value: 'd', text: 'Dove School, Westering' },
  ]);
  readonly error = signal<string | undefined>(undefined);
  readonly answers = signal({ school: '' });
  readonly form = form(this.answers);
}

async function examplePage() {
  const fixture = TestBed.createComponent(ExamplePage);
  document.body.append(elementOf(fixture));
  await fixture.whenStable();
  const element = elementOf(fixture);
  const box = find<HTMLInputElement>(fixture, '#school');
  const settle = async (): Promise<void> => {
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await fixture.whenStable();
  };
  return {
    ...{ fixture, element, box, settle, page: fixture.componentInstance },
    options: () => [...element.querySelectorAll('[role=option]')].map((option) => option.textContent.trim()),
    press: async (key: string): Promise<KeyboardEvent> => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      box.dispatchEvent(event);
      await settle();
      return event;
    },
    write: async (text: string): Promise<void> => {
      box.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
      await type(fixture, '#school', text);
      await settle();
    },
  };
}

describe('a combobox', () => {
  it('is named by its label, described by hint and error, and says nothing while it is closed', async () => {
    const { box, fixture, element, page, settle, options } = await examplePage();
    page.error.set('Choose a school');
    await settle();
    expect(box.getAttribute('role')).toBe('combobox');
    expect(element.querySelector('label')?.getAttribute('for')).toBe('school');
    expect(box.getAttribute('aria-describedby')).toBe('school-hint school-error');
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(options()).toEqual([]);
    expect(find(fixture, '[role=status]').textContent.trim()).toBe('');
  });

  it('finds by parts of words in any order, without regard to apostrophes, and says how many', async () => {
    const { write, options, fixture } = await examplePage();
    await write('westering st cedds');
    expect(options()).toEqual(['St Cedd’s School, Westering']);
    await write('school');
    expect(options()).toHaveLength(3);
    expect(find(fixture, '[role=status]').textContent.trim()).toBe(
      'The first 3 of 4 schools. Type more to narrow them',
    );
    await write('nothing of this');
    expect(find(fixture, '[role=status]').textContent.trim()).toBe('No schools found');
  });

  it('is answered by keys, and Enter in the open list does not send the form', async () => {
    const { write, press, box, page } = await examplePage();
    await write('larkham');
    expect(box.getAttribute('aria-expanded')).toBe('true');
    await press('ArrowDown');
    expect(document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('Larkham');
    const enter = await press('Enter');
    expect(enter.defaultPrevented).toBe(true);
    expect(['a', 'b']).toContain(page.answers().school);
    expect(box.value).toBe(page.options().find(({ value }) => value === page.answers().school)?.text);
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  it('is answered by a press on an option', async () => {
    const { write, fixture, page, settle, box } = await examplePage();
    await write('dove');
    find(fixture, '[role=option]').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await settle();
    expect(page.answers().school).toBe('d');
    expect(box.value).toBe('Dove School, Westering');
  });

  it('takes a text that is typed in full, and nothing less', async () => {
    const { write, page } = await examplePage();
    await write('dove school, WESTERING');
    expect(page.answers().school).toBe('d');
    await write('dove school');
    expect(page.answers().school).toBe('');
  });

  it('shows the text of a value that is set, and closes with Escape', async () => {
    const { page, box, press, settle } = await examplePage();
    page.answers.set({ school: 'b' });
    await settle();
    expect(box.value).toBe('Beech Primary School, Larkham');
    await press('ArrowDown');
    expect(box.getAttribute('aria-expanded')).toBe('true');
    await press('Escape');
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(page.answers().school).toBe('b');
  });
});
