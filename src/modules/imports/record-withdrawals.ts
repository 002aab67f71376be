import { Injectable } from '@nestjs/common';
import type { IntakeChange } from '../../core/imports/intake.js';
import { TargetPagesService } from '../clients/target-pages.service.js';
import { ContactIntake } from '../contacts/contact-intake.service.js';
import { ProspectIntake } from '../prospects/prospect-intake.service.js';
import { TouchIntake } from '../prospects/touch-intake.service.js';
import { ConditionIntake } from '../publishers/condition-intake.service.js';

/** Records of one transaction. */
const MOST = 2000;

/** Takes prospects, people and what is asked back, made or changed, in the open transaction. Answers whether more is left for another call. */
@Injectable()
export class RecordWithdrawals {
  constructor(
    private readonly contactIntake: ContactIntake,
    private readonly prospectIntake: ProspectIntake,
    private readonly touches: TouchIntake,
    private readonly targetPages: TargetPagesService,
    private readonly conditionIntake: ConditionIntake,
  ) {}

  /** That somebody was in touch: first of all, because whoever was in touch with a person worked with them. */
  async inTouch(importId: string): Promise<boolean> {
    return (await this.touches.withdraw(importId, MOST)) > 0;
  }

  /** Records that were there before become what they were. */
  async changes(importId: string, changes: readonly IntakeChange[]): Promise<void> {
    const ofPeople = changes.filter(({ table }) => table.startsWith('contact'));
    const ofPages = changes.filter(({ table }) => table === 'target_pages');
    const asked = changes.filter(({ table }) => table === 'conditions');
    const others = new Set([...ofPeople, ...ofPages, ...asked]);
    const rest = changes.filter((change) => !others.has(change));
    await this.conditionIntake.withdraw(importId, asked.map(idOf));
    await this.contactIntake.undo(importId, ofPeople, MOST);
    await this.prospectIntake.undo(importId, rest, MOST);
    await this.targetPages.withdraw(ofPages.map(idOf));
  }

  async people(importId: string): Promise<boolean> {
    return !(await this.contactIntake.undo(importId, [], MOST)).isDone;
  }

  async prospects(importId: string): Promise<boolean> {
    return !(await this.prospectIntake.undo(importId, [], MOST)).isDone;
  }
}

function idOf({ recordId }: IntakeChange): string {
  return recordId;
}
