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
