import fc from 'fast-check';

/** Something a tool's list does to what is known of one whole site, or a person to what is known of one page of it. */
export type ToldStep =
  | { readonly does: 'list_names' | 'list_lost'; readonly tool: string; readonly daysAgo: number }
  | { readonly does: 'list_complete_without'; readonly tool: string; readonly daysAgo: number }
  | { readonly does: 'list_undone'; readonly which: number }
  | { readonly does: 'page_live' | 'page_lost' | 'page_removed' };
export type ListStep = Extract<ToldStep, { readonly tool: string }>;

const TOOLS = ['ahrefs', 'semrush'] as const;

/** Sequences of lists of two tools, some of them of days that lie back, some taken back, and of a page written down by hand. */
export const toldSteps = fc.array(
  fc.oneof(
    fc.record({
      does: fc.constantFrom('list_names' as const, 'list_lost' as const, 'list_complete_without' as const),
      tool: fc.constantFrom(...TOOLS),
      daysAgo: fc.nat({ max: 5 }),
    }),
    fc.record({ does: fc.constant('list_undone' as const), which: fc.nat({ max: 5 }) }),
    fc.record({
      does: fc.constantFrom('page_live' as const, 'page_lost' as const, 'page_removed' as const),
    }),
  ),
  { minLength: 1, maxLength: 14 },
);

interface List {
  readonly tool: string;
  readonly day: number;
  readonly says: 'live' | 'lost';
}

/** The simplest account of a site: which list said what, as of which day; a list that was taken back never said anything. */
export class ToldModel {
  /** By number of the list; null said nothing or was taken back. */
  private readonly lists: (List | null)[] = [];

  private page: 'live' | 'lost' | null = null;

  /** A page that is known goes before what tools say; a tool's links before a page that is gone. */
  get arrow(): string {
    if (this.page === 'live') return 'linked';
    if (this.state === 'live') return 'told';
    if (this.page === 'lost') return 'was_linked';
    return this.state === 'lost' ? 'was_told' : 'not_known';
  }

  /** Plays a step; false where there is nothing to take back. */
  play(step: ToldStep, today: number): boolean {
    if (step.does === 'list_undone') return this.undo(step.which);
    if ('tool' in step) this.tell(step, today);
    else if (step.does !== 'page_removed') this.page = step.does === 'page_live' ? 'live' : 'lost';
    else if (this.page === null) return false;
    else this.page = null;
    return true;
  }

  /** Whether any tool's last word is that the site links; null where none ever told of it. */
  private get state(): 'live' | 'lost' | null {
    const words = TOOLS.flatMap((tool) => this.wordOf(tool) ?? []);
    if (words.length === 0) return null;
    return words.includes('live') ? 'live' : 'lost';
  }

  /** The last list of a tool decides; of lists of one day the one that sees the site. */
  wordOf(tool: string): 'live' | 'lost' | null {
    const lists = this.lists.filter((list): list is List => list?.tool === tool);
    const last = Math.max(...lists.map(({ day }) => day));
    const words = lists.filter(({ day }) => day === last).map(({ says }) => says);
    if (words.length === 0) return null;
    return words.includes('live') ? 'live' : 'lost';
  }

  /** What a list says; a complete one that does not name the site says something only after a list that did. */
  private tell({ does, tool, daysAgo }: ListStep, today: number): void {
    const day = today - daysAgo;
    const says = does === 'list_names' ? 'live' : 'lost';
    const isNews = does !== 'list_complete_without' || this.isSeenBefore(tool, day);
    this.lists.push(isNews ? { tool, day, says } : null);
  }

  /** Takes a list back; false where there is none of that number. */
  private undo(which: number): boolean {
    if (this.lists[which] === undefined) return false;
    this.lists[which] = null;
    return true;
  }

  private isSeenBefore(tool: string, day: number): boolean {
    const days = this.lists.flatMap((list) => (list?.tool === tool ? list.day : []));
    return this.wordOf(tool) === 'live' && Math.max(...days) < day;
  }
}
