import { Component, computed, input } from '@angular/core';
import type { StatusDisplay } from '@panel/case-rules';
import { Tag, type TagColour } from '@panel/ui';

/** The rules name colours as GOV.UK Frontend 5 did; version 6 renamed two. */
const renamed: Readonly<Record<string, TagColour>> = { 'light-blue': 'blue', turquoise: 'teal' };

/** A status in the words and colour of the case rules. */
@Component({
  selector: 'app-status-tag',
  imports: [Tag],
  template: `<ui-tag [text]="display().label" [colour]="colour()" />`,
})
export class StatusTag {
  readonly display = input.required<StatusDisplay>();

  protected readonly colour = computed((): TagColour => {
    const { colour } = this.display();
    return colour === 'light-blue' || colour === 'turquoise' ? (renamed[colour] ?? 'blue') : colour;
  });
}
