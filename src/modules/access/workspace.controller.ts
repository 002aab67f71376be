import { Body, Controller, Get, Patch } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal } from '../../platform/http/principal.js';
import { WorkspaceChange, WorkspaceView } from './workspace.dto.js';
import { WorkspaceService } from './workspace.service.js';

/** The workspace of the session. */
@Controller('workspace')
export class WorkspaceController {
  constructor(private readonly workspace: WorkspaceService) {}

  @Get()
  @Rights('read')
  getWorkspace(@Principal() who: Principal): Promise<WorkspaceView> {
    return this.workspace.view(who.workspaceId);
  }

  @Patch()
  @Rights('manage')
  changeWorkspace(@Principal() who: Principal, @Body() body: WorkspaceChange): Promise<WorkspaceView> {
    return this.workspace.change(who, body);
  }
}
