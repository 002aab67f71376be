import type { templateCodes } from '../../errors/codes/templates.js';

/** Wat er gebeurde en wat nu te doen, voor weigeringen over sjablonen. */
export const templateProblems: Readonly<Record<keyof typeof templateCodes, string>> = {
  'template.not_found': 'Dit sjabloon is hier niet. Ga terug naar de lijst.',
  'template.version_not_found': 'Dit sjabloon heeft die versie niet. Laad de pagina opnieuw.',
  'template.starter_unknown': 'Dat startsjabloon bestaat niet. Kies er een uit de galerij.',
  'template.kind_unknown': 'Er is geen soort campagne {kind}. Kies een andere soort.',
  'template.changed_meanwhile':
    'Iemand anders heeft dit sjabloon intussen opgeslagen. Kopieer je tekst, laad opnieuw en sla nog eens op.',
  'template.archived': 'Dit sjabloon staat in het archief. Haal het eerst terug.',
  'template.name_taken': 'Er is in deze taal al een sjabloon met deze naam. Kies een andere naam.',
  'template.too_many': 'Er zijn {most} sjablonen, meer kan niet. Archiveer er eerst een paar.',
  'snippet.not_found': 'Dit tekstblok is hier niet. Ga terug naar de lijst.',
  'snippet.key_taken': 'Er is in deze taal al een tekstblok {key}. Kies een andere sleutel.',
  'snippet.archived': 'Dit tekstblok staat in het archief. Haal het eerst terug.',
  'snippet.changed_meanwhile':
    'Iemand anders heeft dit tekstblok intussen gewijzigd. Kopieer je tekst, laad opnieuw en sla nog eens op.',
  'snippet.in_use':
    '{templates, plural, one {Eén sjabloon gebruikt} other {# sjablonen gebruiken}} dit tekstblok. Haal het daar eerst uit.',
};
