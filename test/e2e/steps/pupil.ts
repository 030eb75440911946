/** The invented child of the journey; no other child of the demo has this name or number. */
export const pupil = {
  forename: 'Rosalind',
  surname: 'Quillfeather',
  upn: 'J857020002417',
  upnWithWrongLetter: 'A857020002417',
} as const;
