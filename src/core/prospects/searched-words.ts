import { readHost } from '../sites/host.js';

/** What somebody typed into a search, as the searched texts have it: lower case; of a web address its host without `www.`. */
export function searchedWords(typed: string): string {
  const words = typed.trim().replace(/\s+/g, ' ').toLowerCase();
  const isAddress = /^https?:\/\//.test(words) || /^[^\s/]+\.[^\s/]+\/\S*$/.test(words);
  const host = isAddress ? (readHost(words)?.host ?? words) : words;
  return host.replace(/^www\./, '').replaceAll('\u0000', '');
}
