import type { SeenRequest } from './local-site.js';

/** What a site may complain of: asked by two at a time, or faster than the gap. */
export function complaints(log: readonly SeenRequest[], gapMs: number): string[] {
  const hosts = new Map<string, SeenRequest[]>();
  for (const request of log) hosts.set(request.host, [...(hosts.get(request.host) ?? []), request]);
  return [...hosts.values()].flatMap((requests) => {
    const ordered = requests.sort((one, other) => one.from - other.from);
    return ordered.slice(1).flatMap((request, at) => complaint(ordered[at] as SeenRequest, request, gapMs));
  });
}

function complaint(before: SeenRequest, after: SeenRequest, gapMs: number): string[] {
  const apart = after.from - before.from;
  const what = `${after.host}: ${before.path}, ${apart.toFixed(1)} ms later ${after.path}`;
  if (after.from < before.to) return [`two at a time at ${what}`];
  return apart < gapMs ? [`too soon at ${what}`] : [];
}
