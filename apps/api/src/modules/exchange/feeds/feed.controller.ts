import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CONFIG, type Config } from '../../../platform/config/index.js';
import { SharedAnswers } from '../../../platform/web/shared-answers.js';
import { type Language, spokenHere } from '../../../platform/words/index.js';
import type { ListAddress } from './list-address.js';
import { FeedStore } from './feed-store.js';
import { wordActivitiesFeed, wordHappened, wordIdeasFeed, wordNoVenture, wordVentureFeed } from './feed-words.js';
import { FEED_TYPES, writeFeed, type FeedAsk, type FeedFormat } from './write-feed.js';

/** Addresses of one second: each search has a feed of its own. */
const MOST_SHARED = 200;

/** Feeds to follow without an account. */
@Controller()
export class FeedController {
  private readonly shared = new SharedAnswers<{ readonly text: string }>(MOST_SHARED);

  constructor(
    private readonly feeds: FeedStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('feeds/activity.atom')
  activityAtom(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.activity(request, reply, 'atom');
  }

  @Get('feeds/activity.json')
  activityJson(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.activity(request, reply, 'json');
  }

  @Get('feeds/ideas.atom')
  ideasAtom(@Query() address: ListAddress, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ideas(address, request, reply, 'atom');
  }

  @Get('feeds/ideas.json')
  ideasJson(@Query() address: ListAddress, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ideas(address, request, reply, 'json');
  }

  @Get('ventures/:slug/feed.atom')
  ventureAtom(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.venture(slug, request, reply, 'atom');
  }

  @Get('ventures/:slug/feed.json')
  ventureJson(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.venture(slug, request, reply, 'json');
  }

  private activity(request: FastifyRequest, reply: FastifyReply, format: FeedFormat) {
    return this.answer(request, reply, format, async (language) => {
      const activities = await this.feeds.activities();
      const entries = activities.map(({ kind, about, ...entry }) => {
        return { ...entry, title: wordHappened(kind, about, language), text: '' };
      });
      return { ...wordActivitiesFeed(language), page: '/', path: '/feeds/activity', entries };
    });
  }

  private ideas(address: ListAddress, request: FastifyRequest, reply: FastifyReply, format: FeedFormat) {
    return this.answer(request, reply, format, async (language) => ({
      ...wordIdeasFeed(language),
      page: '/ideas',
      path: '/feeds/ideas',
      query: searchOf(request),
      entries: await this.feeds.ideas(address),
    }));
  }

  private venture(slug: string, request: FastifyRequest, reply: FastifyReply, format: FeedFormat) {
    return this.answer(request, reply, format, async (language) => {
      const venture = await this.feeds.venture(slug);
      if (venture === undefined) return undefined;
      const page = `/ventures/${encodeURIComponent(slug)}`;
      return {
        ...wordVentureFeed(venture.title, language),
        page: `${page}/updates`,
        path: `${page}/feed`,
        entries: await this.feeds.updatesOf(venture.id),
      };
    });
  }

  /** What a feed says is the same for everybody, signed in or not: it is written once a second, however many follow it. */
  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    format: FeedFormat,
    make: (language: Language) => Promise<Omit<FeedAsk, 'baseUrl' | 'language'> | undefined>,
  ) {
    const language = languageOf(request);
    const baseUrl = this.config.baseUrl ?? `${request.protocol}://${request.host}`;
    const written = await this.shared.get(`${baseUrl} ${request.url}`, async () => {
      const ask = await make(language);
      return ask && { text: writeFeed({ ...ask, baseUrl, language }, format) };
    });
    if (written === undefined)
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send(`${wordNoVenture(language)}\n`);
    reply.keptUntil = written.until;
    return reply.type(FEED_TYPES[format]).header('cache-control', 'public, max-age=60').send(written.text);
  }
}

/** Said in the address alone: programs that fetch feeds accept whatever language, and what they fetch is shared. */
function languageOf(request: FastifyRequest): Language {
  return spokenHere(new URLSearchParams(request.url.split('?')[1]).get('language'));
}

/** What narrows the list, without the language. */
function searchOf(request: FastifyRequest): string {
  const search = new URLSearchParams(request.url.split('?')[1]);
  search.delete('language');
  return search.size === 0 ? '' : `?${search.toString()}`;
}
