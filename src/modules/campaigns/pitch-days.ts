import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { TeamService } from '../access/team.service.js';
import { invalid } from './campaign-wish.js';

/** Days as the workspace counts them. */
@Injectable()
export class PitchDays {
  constructor(
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  /** The day it is in the workspace's zone, in the open transaction. */
  async today(): Promise<string> {
    const { timeZone } = await this.team.workspace();
    return localDay(this.clock.now().getTime(), timeZone);
  }

  async refusePast(until: string | null): Promise<void> {
    if (until !== null && until <= (await this.today()))
      throw invalid('until', 'day_past', 'must be a day to come');
  }
}
