import { Injectable } from '@nestjs/common';
import type { ImportRecord } from '../../../core/imports/record.js';
import type { TeamMember } from '../../access/team.service.js';
import { ImportPart, type ImportRun, type RowWork } from '../import-run.js';

/** Says whose each row is: the member it names, or for placements who imports. A stranger makes the row bad. */
@Injectable()
export class OwnersPart extends ImportPart {
  take(works: readonly RowWork[], run: ImportRun): Promise<void> {
    for (const work of works) if (work.isOpen) settle(work, run);
    return Promise.resolve();
  }
}

function settle(work: RowWork, { row, team }: ImportRun): void {
  const { record, brand } = work;
  const seeing = seeingTeam(team, brand?.clientId ?? null);
  const named = record.placement?.owner ?? record.prospect?.owner ?? null;
  if (named === null) work.ownerMemberId = importer(record, seeing, row.createdBy);
  else take(work, named, memberNamed(named, seeing));
}

function take(work: RowWork, named: string, owner: string | null): void {
  if (owner === null)
    work.refuse({ field: 'owner', columnName: null, code: 'unknown_owner', params: { text: named } });
  else work.ownerMemberId = owner;
}

/** Placements nobody is named for belong to who imports them; other records to nobody. */
function importer(record: ImportRecord, team: readonly TeamMember[], userId: string | null): string | null {
  if (record.placement === undefined) return null;
  return team.find((member) => member.userId === userId)?.memberId ?? null;
}

/** The one member a text names by mail address or name; null for a stranger and for a name that fits several. */
function memberNamed(text: string, team: readonly TeamMember[]): string | null {
  const fitting = team.filter(({ email, name }) => email === text || name.toLowerCase() === text);
  return fitting.length === 1 ? (fitting[0]?.memberId ?? null) : null;
}

/** Members who see a client; all where there is none. */
function seeingTeam(team: readonly TeamMember[], clientId: string | null): readonly TeamMember[] {
  return team.filter(
    ({ clientIds }) => clientId === null || clientIds === null || clientIds.includes(clientId),
  );
}
