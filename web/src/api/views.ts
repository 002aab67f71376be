import type { paths } from './schema.generated.js';

/** The JSON a GET on this path answers with. */
export type AnswerOf<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

/** One item of a list a GET on this path answers with. */
export type ItemOf<Path extends keyof paths> =
  AnswerOf<Path> extends { items: (infer Item)[] } ? Item : never;

/** The words of the server for what the UI draws; each is read off the path that answers with it. */
export type Session = AnswerOf<'/api/v1/session'>;
export type Right = Session['rights'][number];
export type Role = Session['member']['role'];
export type Member = ItemOf<'/api/v1/members'>;
export type Client = ItemOf<'/api/v1/clients'>;
export type Brand = Client['brands'][number];
export type TargetPage = ItemOf<'/api/v1/brands/{id}/target-pages'>;
export type PlacementRow = ItemOf<'/api/v1/placements'>;
export type PlacementState = PlacementRow['state'];
export type Verdict = PlacementRow['lastVerdicts'][number];
export type Job = AnswerOf<'/api/v1/jobs/{id}'>;
export type Notification = ItemOf<'/api/v1/notifications'>;
export type TodayList = AnswerOf<'/api/v1/today'>['lists'][number];
