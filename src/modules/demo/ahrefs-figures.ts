/** Ahrefs domain rating and organic traffic of a site of the demo. */
export type DemoFigures = readonly [rating: number, traffic: number];

/** The figures of a site as they are recorded, measured on a day. */
export function ahrefsFigures(siteId: string, [rating, traffic]: DemoFigures, at: Date) {
  const fact = { siteId, source: 'ahrefs', measuredOn: at.toISOString().slice(0, 10) };
  return [
    { ...fact, metric: 'domain_rating', value: rating },
    { ...fact, metric: 'organic_traffic', value: traffic },
  ];
}
