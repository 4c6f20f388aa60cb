import { Module } from '@nestjs/common';

import { Books } from './application/books.js';
import { PledgeInPortfolioResolver, PortfolioResolver, YearEndResolver } from './graphql/portfolio.resolver.js';
import { BooksController } from './web/books.controller.js';

@Module({
  controllers: [BooksController],
  providers: [Books, PortfolioResolver, YearEndResolver, PledgeInPortfolioResolver],
})
export class PortfolioModule {}
