/** Letters of a topic that has a page; what is longer is no topic. */
export const MAX_TOPIC_PAGE = 200;
