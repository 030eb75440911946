import { Module } from '@nestjs/common';

import { ChildrenRepository } from './children.repository.js';

@Module({ providers: [ChildrenRepository], exports: [ChildrenRepository] })
export class ChildrenModule {}
