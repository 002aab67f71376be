import type { Format } from './format.js';

/** Exports of Google Search Console with English or Dutch headers; other languages are told by their values (D213-D216). */
export const SEARCH_CONSOLE: readonly Format[] = [
  {
    id: 'search_console_links',
    tool: 'Google Search Console',
    name: 'Latest links, more sample links',
    content: 'links_to_us',
    needs: ['linking page|linkende pagina', 'last crawled|laatst gecrawld'],
    mostColumns: 2,
    columns: { source_url: 'linking page|linkende pagina', last_seen: 'last crawled|laatst gecrawld' },
    quirks: { assumedState: 'live' },
  },
  {
    id: 'search_console_sites',
    tool: 'Google Search Console',
    name: 'Top linking sites',
    content: 'linking_sites',
    needs: ['site|website', 'linking pages|linkende pagina s', 'target pages|doelpagina s'],
    mostColumns: 3,
    columns: { site: 'site|website', link_count: 'linking pages|linkende pagina s' },
  },
  {
    id: 'search_console_pages',
    tool: 'Google Search Console',
    name: 'Top linked pages, externally',
    content: 'target_pages',
    needs: ['target page|doelpagina', 'incoming links|inkomende links', 'linking sites|linkende sites'],
    mostColumns: 3,
    columns: {
      page_url: 'target page|doelpagina',
      link_count: 'incoming links|inkomende links',
      linking_site_count: 'linking sites|linkende sites',
    },
  },
];

/** Tables of Search Console that bring nothing: links within the own site, and the words of links without their pages. */
export const REFUSED_TABLES = [
  {
    why: 'internal_links',
    needs: ['target page|doelpagina', 'internal links|interne links'],
    mostColumns: 2,
  },
  { why: 'link_texts', needs: ['link text|linktekst|text|tekst'], mostColumns: 2 },
] as const;
