import { ApiProperty } from '@nestjs/swagger';

/** A figure of a site, who measured it and when. */
export class ApprovalFigure {
  source!: string;
  metric!: string;
  value!: number;
  measuredOn!: string;
}

/** One thing to read: its name and what it says. */
export class ApprovalLine {
  label!: string;
  @ApiProperty({ enum: ['text', 'long_text', 'url', 'day'] })
  form!: 'text' | 'long_text' | 'url' | 'day';
  values!: string[];
}

/** A file to read. */
export class ApprovalFile {
  name!: string;
  type!: string;
  size!: number;
  /** Its place below the question: `/files/{sha256}`. */
  sha256!: string;
}

/** What was asked, as it was at that moment. */
export class ApprovalContentView {
  site!: string | null;
  language!: string | null;
  targetUrl!: string | null;
  @ApiProperty({ type: ApprovalFigure, nullable: true })
  authority!: ApprovalFigure | null;
  lines!: ApprovalLine[];
  files!: ApprovalFile[];
}

/** A word about a question, by the team or by the client. */
export class ApprovalComment {
  id!: string;
  /** Whether somebody of the client wrote it. */
  byClient!: boolean;
  authorName!: string | null;
  body!: string;
  writtenAt!: Date;
}
