import iconv from 'iconv-lite';

/** Rows by the names of their columns; a column that is not named is empty. */
type Row = Readonly<Record<string, string>>;

/** A delimited text with a header, every cell in quotes when asked, as the tools write it. */
export function sheet(
  headers: readonly string[],
  rows: readonly Row[],
  { delimiter = ',', isQuoted = false, end = '\r\n' } = {},
): string {
  const cell = (text: string): string =>
    isQuoted || /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
  return lines.map((cells) => cells.map(cell).join(delimiter) + end).join('');
}

const list = (names: string): string[] => names.split(', ');

export const AHREFS_2025 = list(
  'Referring page title, Referring page URL, Language, Platform, Referring page HTTP code, Domain rating, UR, Domain traffic, Referring domains, Linked domains, External links, Page traffic, Keywords, Target URL, Left context, Anchor, Right context, Redirect Chain URLs, Redirect Chain status codes, Type, Is spam, Content, Nofollow, UGC, Sponsored, Rendered, Raw, Lost status, Drop reason, Discovered status, First seen, Last seen, Lost, Author, Page type, Page category, Links in group',
);
const NOT_2022 = [
  'UR',
  'Redirect Chain URLs',
  'Redirect Chain status codes',
  'Is spam',
  'Author',
  'Page type',
  'Page category',
];
export const AHREFS_2022 = AHREFS_2025.filter((name) => !NOT_2022.includes(name));
export const AHREFS_OLD = list(
  '#, Domain Rating, URL Rating (desc), Referring Domains, Referring Page URL, Referring Page Title, Internal Links Count, External Links Count, Link URL, TextPre, Link Anchor, TextPost, Type, Backlink Status, First Seen, Last Check, Day Lost, Language, Traffic, Keywords, Js rendered, Linked Domains',
);
export const AHREFS_BROKEN = [
  ...AHREFS_2025.slice(0, AHREFS_2025.indexOf('Target URL') + 1),
  'Target page HTTP code',
  ...AHREFS_2025.slice(AHREFS_2025.indexOf('Target URL') + 1, AHREFS_2025.indexOf('Raw') + 1),
  'Target checked',
  'Ref. page checked',
  'Author',
  'Page type',
  'Page category',
];
export const AHREFS_DOMAINS = [
  '#',
  'Domain',
  'Is spam',
  'DR',
  'Dofollow ref. domains',
  'Dofollow linked domains',
  'Traffic ',
  'Keywords ',
  'Links to target',
  'New links',
  'Lost links',
  'Dofollow links',
  'First seen',
  'Lost',
];
export const AHREFS_INTERSECT = [
  ...list(
    'Referring page title, Referring page URL, Language, Platform, Type, Author, Redirect Code, Domain rating, UR, Domain traffic, Referring domains, Page traffic, Intersect',
  ),
  'rival.example/',
  'other.test/',
];
export const AHREFS_API = list(
  'url_from, url_to, anchor, snippet_left, snippet_right, title, domain_rating_source, url_rating_source, http_code, is_dofollow, is_nofollow, is_ugc, is_sponsored, is_content, first_seen_link, last_seen, lost_reason, js_crawl, http_crawl',
);
export const SEMRUSH = list(
  'Page ascore, Source title, Source url, Target url, Anchor, External links, Internal links, Nofollow, Sponsored, Ugc, Text, Frame, Form, Image, Sitewide, First seen, Last seen, New link, Lost link',
);
export const SEMRUSH_OLD = list(
  'Page score, Page trust score, Source title, Source url, Target url, Anchor, External links, Internal links, Nofollow, Frame, Form, Image, Sitewide, First seen, Last seen',
);
export const SEMRUSH_DOMAINS = list(
  'Domain ascore, Domain, Backlinks, Country seen, IP Address, First seen, Last seen',
);
export const MOZ_OSE = list(
  'URL, Title, Anchor Text, Spam Score, Page Authority, Domain Authority, Number of Domains Linking to this Page, Number of Domains Linking to Domain, Origin, Target URL, Link Equity, No Link Equity, Only rel=nofollow, Only follow, 301',
);
export const MOZ_PAGES = list('URL, Title, PA, Total Links, Linking Domains to Page');
export const MOZ_DOMAINS = list(
  'Root Domain, Domain Authority, Spam Score, Links, Date First Seen, Date Last Seen, Date Lost',
);

export const MAJESTIC_DOMAINS = list('Domain, TrustFlow, CitationFlow, Matched Links, First Seen, Last Seen');

export const SE_RANKING_DOMAINS = list(
  'Referring Domain, Domain Trust, Backlinks, Dofollow backlinks, First seen, Last seen, Lost date',
);

export const MOZ_INBOUND = list(
  'URL, Anchor Text, Target URL, PA, DA, Spam Score, Link Type, Link State, Date First Seen, Date Last Seen, Date Lost',
);
export const MAJESTIC = list(
  'Target URL, Source URL, Anchor Text, Source Crawl Date, Source First Found Date, FlagNoFollow, FlagImageLink, FlagRedirect, FlagFrame, FlagOldCrawl, FlagAltText, FlagMention, SourceCitationFlow, SourceTrustFlow, TargetCitationFlow, TargetTrustFlow, SourceTopicalTrustFlow_Topic_0, SourceTopicalTrustFlow_Value_0, RefDomainTopicalTrustFlow_Topic_0, RefDomainTopicalTrustFlow_Value_0',
);
export const MAJESTIC_API = [...MAJESTIC, 'FirstIndexedDate', 'LastSeenDate', 'DateLost', 'ReasonLost'];
export const SE_RANKING = list(
  'url_from, url_to, title, anchor, alt, nofollow, image, image_source, inlink_rank, domain_inlink_rank, first_seen, last_visited',
);
export const BUZZSTREAM = [
  'Link Partner - Name',
  'Link Partner - Domain',
  'Linking from',
  'Linking To',
  'Anchor Text',
  'Sitewide Link?',
  'Sitewide - # of links',
  'Acquisition Method',
  'Payment Date',
  'Payment - Amount',
  'Payment - Method',
];
export const BUZZSTREAM_PEOPLE = list(
  'First Name, Last Name, Title, Company, Website, Email 1, Email 2, Phone 1, Relationship Stage, Assigned To, Tags, Domain Authority, Notes',
);
export const PITCHBOX = list(
  'Partner URL, Partner Category, Contact Email, Contact First Name, Contact Last Name, Company, Link Type, Link Type Price',
);
export const BASE_ME = list('Client*, Link*, Date, Category*, Status, Link type, Target URL, Price');
export const LINKODY = list(
  'URL FROM, TAGS, NOTES, EXPECTED LANDING PAGE URL, EXPECTED FOLLOW, EXPECTED ANCHOR, ADDED, EXPIRES, COST',
);
export const HUNTER = list(
  'Email address, Domain name, Organization, Confidence score, First name, Last name, Job title, Verification status',
);
export const SCREAMING_FROG = list(
  'Type, Source, Destination, Size (Bytes), Alt Text, Anchor, Status Code, Status, Follow, Target, Rel, Path Type, Link Position',
);

export const PAGE = 'https://blog.example/post';
export const SHOP = 'https://shop.test/p';

/** A link in an Ahrefs export, with the letters that make trouble in a cell. */
export const AHREFS_ROW = {
  'Referring page title': 'A "good"\tlist\nof shops',
  'Referring page URL': PAGE,
  'Domain rating': '61',
  UR: '12,5',
  'Domain traffic': '1,240',
  'Target URL': SHOP,
  Anchor: 'our shop',
  Type: 'text',
  Nofollow: 'true',
  UGC: 'false',
  Sponsored: 'true',
  'First seen': '2026-01-05 10:11:12',
  'Last seen': '2026-10-06 01:02:03',
};

/** What that link says of its site. */
export const METRIC = { source: 'ahrefs', metric: 'domain_rating', value: 61 };

/** The way Ahrefs writes its files (D191): UTF-16 with a mark, tabs, every cell in quotes. */
export function ahrefsBytes(headers: readonly string[], rows: readonly Row[]): Buffer {
  return iconv.encode(sheet(headers, rows, { delimiter: '\t', isQuoted: true }), 'utf-16le', {
    addBOM: true,
  });
}
