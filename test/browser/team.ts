import { expect } from '@jest/globals';
import type { APIRequestContext, APIResponse } from 'playwright-core';

export const OWNER = {
  email: 'mila@bureau.example',
  name: 'Mila Bakker',
  password: 'seven calm herons',
} as const;
export type Role = 'viewer' | 'member' | 'manager' | 'owner';

/** Sends JSON as the browser profile it belongs to and gives back the answer; anything but 2xx fails the test. */
export async function send<Body>(as: APIRequestContext, path: string, data: object = {}): Promise<Body> {
  return bodyOf(path, await as.post(`/api/v1${path}`, { data }));
}

/** Reads JSON as the browser profile it belongs to; anything but 2xx fails the test. */
export async function ask<Body>(as: APIRequestContext, path: string): Promise<Body> {
  return bodyOf(path, await as.get(`/api/v1${path}`));
}

async function bodyOf<Body>(path: string, answer: APIResponse): Promise<Body> {
  expect([path, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([
    path,
    answer.status(),
    '',
  ]);
  return answer.status() === 204 ? (undefined as Body) : ((await answer.json()) as Body);
}

/** Makes the workspace "Bureau Wind" with its owner, who is signed in in that browser profile afterwards. */
export async function foundBureau(as: APIRequestContext): Promise<void> {
  const { name, email, password } = OWNER;
  const zone = { locale: 'en', timeZone: 'Europe/Amsterdam' };
  await send(as, '/setup', { workspaceName: 'Bureau Wind', ownerName: name, email, password, ...zone });
}

/** Signs the owner of that workspace in again, in another browser profile. */
export async function signInOwner(as: APIRequestContext): Promise<void> {
  await send(as, '/session', { email: OWNER.email, password: OWNER.password });
}

/** Who is signed in in a browser profile, and where. */
export async function whoIs(
  as: APIRequestContext,
): Promise<{ readonly workspaceId: string; readonly memberId: string }> {
  const { workspace, member } = await ask<Record<'workspace' | 'member', { id: string }>>(as, '/session');
  return { workspaceId: workspace.id, memberId: member.id };
}

/** Adds a client with one brand and gives back both ids. */
export async function addBrand(as: APIRequestContext, client: string, brand: string, homeUrl: string) {
  const { id: clientId } = await send<{ id: string }>(as, '/clients', { name: client });
  const { id: brandId } = await send<{ id: string }>(as, `/clients/${clientId}/brands`, {
    name: brand,
    homeUrl,
  });
  return { clientId, brandId };
}

/** Invites somebody and accepts in another browser profile, which is signed in as them afterwards. */
export async function join(
  owner: APIRequestContext,
  guest: APIRequestContext,
  name: string,
  role: Role,
): Promise<void> {
  const email = `${name.split(' ')[0]?.toLowerCase()}@bureau.example`;
  const { link } = await send<{ link: string }>(owner, '/invitations', { email, role });
  const token = new URL(link).pathname.split('/').at(-1);
  await send(guest, `/invitations/by-token/${token}/accept`, {
    name,
    password: `${name} likes seven herons`,
  });
}
