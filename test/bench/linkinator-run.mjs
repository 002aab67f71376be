import { LinkChecker } from 'linkinator';

/** linkinator as its users run it: recursing from one page, 100 requests at a time. */
const result = await new LinkChecker().check({ path: process.argv[2], recurse: true, concurrency: 100 });
process.stdout.write(`${JSON.stringify({ links: result.links.length, passed: result.passed })}\n`);
