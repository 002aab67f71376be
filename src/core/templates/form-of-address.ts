export const FORMS_OF_ADDRESS = ['none', 'informal', 'formal'] as const;
/** How a Dutch mail speaks to somebody: je, u, or decided by the contact (`none`). */
export type FormOfAddress = (typeof FORMS_OF_ADDRESS)[number];

const INFORMAL = /(?<![\p{L}\p{N}'’])(?:je|jij|jou|jouw|jullie|jezelf)(?![\p{L}\p{N}])/iu;
const FORMAL = /(?<![\p{L}\p{N}'’])(?:u|uw|uzelf)(?![\p{L}\p{N}])/iu;

/** Says that a Dutch text mixes je and u, or speaks otherwise than its template promises (D306); null when it does neither. */
export function mixedAddress(
  text: string,
  form: FormOfAddress,
): 'address_mixed' | 'address_other_form' | null {
  const words = text.replace(/https?:\/\/\S+/g, ' ');
  const isInformal = INFORMAL.test(words);
  const isFormal = FORMAL.test(words);
  if (isInformal && isFormal) return 'address_mixed';
  if ((form === 'formal' && isInformal) || (form === 'informal' && isFormal)) return 'address_other_form';
  return null;
}
