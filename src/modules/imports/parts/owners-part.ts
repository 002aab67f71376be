import { Injectable } from '@nestjs/common';
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
  const named = record.placement?.owner ?? record.prospect?.owner ?? null;
  const seeing = brand === null ? team : team.filter((member) => sees(member, brand.clientId));
  if (named === null) {
    const importer = seeing.find((member) => member.userId === row.createdBy)?.memberId ?? null;
    work.ownerMemberId = record.placement === undefined ? null : importer;
    return;
  }
  const fitting = seeing.filter(({ email, name }) => email === named || name.toLowerCase() === named);
  const [owner] = fitting;
  if (owner !== undefined && fitting.length === 1) work.ownerMemberId = owner.memberId;
  else work.refuse({ field: 'owner', columnName: null, code: 'unknown_owner', params: { text: named } });
}

function sees(member: TeamMember, clientId: string): boolean {
  return member.clientIds === null || member.clientIds.includes(clientId);
}
