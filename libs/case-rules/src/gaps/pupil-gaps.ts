import {
  ageInYears,
  checkUpn,
  type IsoDate,
  isNcYearCode,
  isSexCode,
  normaliseUpn,
  readTypedDate,
  type UpnProblem,
} from '@panel/reference';
import { type PupilAnswers } from '../answers/sections.js';
import { gap, type GapPlace, isBlank, pastDateGaps, type ReferralGap, requiredText } from './gap.js';

/** Education law on special needs covers children and young people up to 25; support starts in early years settings. */
const YOUNGEST = 2;
const OLDEST = 25;

const UPN_MESSAGES: Readonly<Record<UpnProblem, string>> = {
  length: 'UPN must have 13 characters',
  check_letter_not_in_alphabet: 'UPN must start with a capital letter that is not I, O or S',
  characters_2_to_12_not_numeric: 'Characters 2 to 12 of the UPN must be numbers',
  last_character_not_allowed: 'The last character of the UPN must be a number, or a letter that is not I, O or S',
  check_letter_wrong: 'Check the UPN: its first letter does not fit its numbers',
};

/** What the pupil section still needs. */
export function pupilGaps(pupil: PupilAnswers, today: IsoDate): readonly ReferralGap[] {
  return [
    ...requiredText(
      pupil.legalForename,
      at('legalForename', 'The panel must be sure which child the referral is about.'),
      'legal_forename_missing',
      'Enter the child’s legal first name',
    ),
    ...requiredText(
      pupil.legalSurname,
      at('legalSurname', 'The panel must be sure which child the referral is about.'),
      'legal_surname_missing',
      'Enter the child’s legal last name',
    ),
    ...upnGaps(pupil.upn),
    ...birthGaps(pupil.bornOn, today),
    ...sexGaps(pupil.sex),
    ...ncYearGaps(pupil.ncYear),
    ...startGaps(pupil, today),
  ];
}

function upnGaps(text: string): readonly ReferralGap[] {
  const place = at(
    'upn',
    'The unique pupil number keeps two children, or two referrals of one child, from being mixed up.',
  );
  if (isBlank(text)) return gap(place, 'upn_missing', 'Enter the child’s UPN');
  const check = checkUpn(normaliseUpn(text));
  if (check.isValid) return [];
  const message =
    check.expectedCheckLetter === null
      ? UPN_MESSAGES[check.code]
      : `Check the UPN: the first letter should be ${check.expectedCheckLetter} if the other characters are right`;
  return gap(place, `upn_${check.code}`, message);
}

function birthGaps(text: string, today: IsoDate): readonly ReferralGap[] {
  const place = at('bornOn', 'The year group and the services that a child can have depend on age.');
  const words = { name: 'Date of birth', code: 'born_on', enter: 'Enter the child’s date of birth' };
  const { gaps, date } = pastDateGaps(text, place, words, today);
  if (date === null) return gaps;
  const age = ageInYears(date, today);
  if (age >= YOUNGEST && age <= OLDEST) return [];
  return gap(place, 'born_on_out_of_range', `Date of birth must be that of a child aged ${YOUNGEST} to ${OLDEST}`);
}

function sexGaps(sex: string): readonly ReferralGap[] {
  const place = at('sex', 'It is used only to check that support is shared out fairly.');
  return isSexCode(sex.trim().toUpperCase()) ? [] : gap(place, 'sex_missing', 'Select the child’s sex');
}

function ncYearGaps(ncYear: string): readonly ReferralGap[] {
  if (isBlank(ncYear) || isNcYearCode(ncYear.trim().toUpperCase())) return [];
  const place = at('ncYear', 'A child may be taught in another year group than their age suggests.');
  return gap(place, 'nc_year_unknown', 'Select a year group, or leave it out to use the one for the child’s age');
}

function startGaps({ startedAtSchoolOn, bornOn }: PupilAnswers, today: IsoDate): readonly ReferralGap[] {
  if (readTypedDate(startedAtSchoolOn).kind === 'empty') return [];
  const place = at('startedAtSchoolOn', 'It tells the panel how long the school has known the child.');
  const words = { name: 'Date the child started', code: 'started_at_school_on', enter: 'Enter when the child started' };
  const { gaps, date } = pastDateGaps(startedAtSchoolOn, place, words, today);
  if (date === null) return gaps;
  const born = readTypedDate(bornOn);
  return born.kind === 'date' && date <= born.date
    ? gap(place, 'started_at_school_on_before_birth', 'Date the child started must be after the date of birth')
    : [];
}

function at(field: keyof PupilAnswers, why: string): GapPlace {
  return { section: 'pupil', field, why };
}
