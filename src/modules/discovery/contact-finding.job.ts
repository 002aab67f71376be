import { Injectable, type OnModuleInit } from '@nestjs/common';
import { readMailAddress } from '../../core/contacts/mail-address.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type ProgressJob, scopeOfJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { type JobResult, ProgressTasks } from '../../platform/jobs/progress-tasks.js';
import { FindingMeans } from './finding-means.js';
import type { NewProposal } from './proposals.repository.js';

/** Name of the background task that looks for the contacts of a site. */
export const FIND_TASK = 'discovery.find_contacts';

/** Looks for the contacts of one site: on its own pages, and at the services that were named. Doing it again proposes nobody twice. */
@Injectable()
export class ContactFindingJob implements OnModuleInit {
  constructor(
    private readonly work: FindingMeans,
    private readonly database: Database,
    private readonly tasks: ProgressTasks,
    private readonly progress: ProgressJobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.tasks.whole(FIND_TASK, async (job, { signal }) => {
      const siteId = String(job.params['siteId']);
      const site = await this.database.inWorkspace(scopeOfJob(job), () => this.work.sites.one(siteId));
      const step = () =>
        this.database.inWorkspace(scopeOfJob(job), () => this.progress.advance(job.id, { finished: 1 }));
      const reading = await this.work.reader.read(site, signal, step);
      if (reading.end === 'stopped')
        throw new Error('the worker is stopping; the job goes on at the next attempt');
      const read = reading.contacts.map(
        (contact): NewProposal => ({ ...contact, confidence: null, foundBy: 'reading' }),
      );
      const proposed = await this.propose(job, siteId, read);
      const service = await this.askService(job, siteId, site.host);
      const asked = reading.pages.map(({ url, kind }) => ({ url, kind }));
      return {
        pages: asked,
        end: reading.end,
        found: read.length,
        proposed: proposed + service.proposed,
        ...service.told,
      };
    });
  }

  private async askService(
    job: ProgressJob,
    siteId: string,
    host: string,
  ): Promise<{ proposed: number; told: JobResult }> {
    if (![job.params['services']].flat().includes('hunter')) return { proposed: 0, told: {} };
    try {
      const people = await this.work.questions.people(scopeOfJob(job), host);
      const proposals = people.flatMap((person): NewProposal[] => {
        const mail = readMailAddress(person.address);
        if (!mail.ok) return [];
        return [
          {
            name: person.name,
            position: person.position,
            address: mail.mail.address,
            key: mail.mail.key,
            pageUrl: person.sourceUrl ?? `https://${host}/`,
            pageKind: 'service',
            evidenceText: '',
            confidence: person.confidence === null ? null : Math.round(person.confidence),
            proposedGround: null,
            foundBy: 'hunter',
          },
        ];
      });
      return { proposed: await this.propose(job, siteId, proposals), told: { hunter: people.length } };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { proposed: 0, told: { hunterError: error.code } };
    }
  }

  /** People who were erased are never proposed again. */
  private propose(job: ProgressJob, siteId: string, all: readonly NewProposal[]): Promise<number> {
    return this.database.inWorkspace(scopeOfJob(job), async () => {
      const erased = await this.work.intake.erasedOf(all.flatMap(({ key }) => key ?? []));
      const proposals = all.filter(({ key }) => key === null || !erased.has(key));
      const count = await this.work.proposals.insert(siteId, proposals, this.clock.now());
      if (count > 0)
        await this.events.record({
          kind: 'contacts.proposed',
          subjects: [{ kind: 'site', id: siteId }],
          params: { count },
        });
      return count;
    });
  }
}
