import { describe, expect, it } from '@jest/globals';
import { type SiteKind, siteKind } from './site-kind.js';

describe('siteKind', () => {
  it.each<[string, string, boolean, SiteKind]>([
    ['a registrable domain', 'example.co.uk', false, 'domain'],
    ['a user of a private suffix', 'anna.github.io', false, 'domain'],
    ['a bare suffix is a host', 'github.io', false, 'host'],
    ['an IPv4 address is a host', '127.0.0.1', false, 'host'],
    ['an IPv6 address is a host', '2001:db8::1', false, 'host'],
    ['localhost is a host', 'localhost', false, 'host'],
    ['a declared host is a sub-domain', 'blog.example.com', true, 'sub_domain'],
    ['a declared prefix is a path', 'example.com/authors', true, 'path'],
    ['a prefix below a sub-domain is a path', 'blog.example.com/jane', true, 'path'],
  ])('%s', (_, key, isDeclared, kind) => {
    expect(siteKind(key, isDeclared)).toBe(kind);
  });
});
